import { lowest } from "./findings.ts";
import { FunctionColumns } from "./functionColumns.ts";
import { KindColumns } from "./kindColumns.ts";
import { EventColumns, ProbeColumns } from "./probeColumns.ts";
import type { FunctionPlace, ProbePlace, Run } from "./record.ts";

/** What becomes of function and kind lines. */
export type RowMode =
  /** A row each. */
  | "kept"
  /** Those of one function or kind in one phase share a row, so that memory does not grow with lines. */
  | "folded"
  /** Folded, and of a phase that is over only so many of the largest are kept, with a row for the rest. */
  | { readonly largest: number };

/** How far the columns have come: a place between two rows of each. */
export interface RowMark {
  readonly functions: number;
  readonly kinds: number;
  readonly probes: number;
}

/** What rows refer to by id, as far as it is known. An array given out earlier stays as it is. */
export interface RowWords {
  names(): readonly string[];
  places(): readonly ProbePlace[];
  eventPlaces(): readonly FunctionPlace[];
}

/** The rows of a run, as it shows them. */
export type RunRows = Pick<Run, "functions" | "kinds" | "probes" | "events">;

export const FIRST_ROWS: RowMark = { functions: 0, kinds: 0, probes: 0 };

/** All rows of one run, in columns. */
export class Rows {
  readonly functions: FunctionColumns;
  readonly kinds: KindColumns;
  readonly probes = new ProbeColumns();
  readonly events = new EventColumns();
  readonly #words: RowWords;
  readonly #mode: RowMode;

  constructor(words: RowWords, mode: RowMode) {
    this.#words = words;
    this.#mode = mode;
    const largest = typeof mode === "object" ? mode.largest : Number.POSITIVE_INFINITY;
    this.functions = new FunctionColumns(mode !== "kept", largest);
    this.kinds = new KindColumns(mode !== "kept", largest);
  }

  get mark(): RowMark {
    return { functions: this.functions.length, kinds: this.kinds.length, probes: this.probes.length };
  }

  /** Of the first row of any column. */
  get firstLine(): number | undefined {
    const lines = [this.functions, this.kinds, this.probes, this.events].map(({ firstLine }) => firstLine);
    return lowest(lines);
  }

  /** Rows to come are another phase's. @param limitBytes the highest reading so far */
  closePhase(limitBytes: number): void {
    this.functions.closePhase(limitBytes);
    this.kinds.closePhase(limitBytes);
  }

  view(): RunRows {
    return {
      functions: this.functions.view(this.#words.names()),
      kinds: this.kinds.view(),
      probes: this.probes.view(this.#words.places()),
      events: this.events.view(this.#words.eventPlaces()),
    };
  }

  /** Rows for another run of the same log. */
  another(): Rows {
    return new Rows(this.#words, this.#mode);
  }

  /**
   * Moves the rows from `from` on to those of another run, which has none yet; events stay.
   * @param open where the open phase begins
   * @param phases of this run: lines of our own that name one of them stay
   */
  moveTail(from: RowMark, open: RowMark, other: Rows, phases: ReadonlySet<string>): void {
    const places = this.#words.places();
    this.functions.moveTail(from.functions, open.functions, other.functions);
    this.kinds.moveTail(from.kinds, open.kinds, other.kinds);
    this.probes.moveTail(from.probes, other.probes, (place) => phases.has(places[place]?.phase ?? ""));
  }
}
