// Which run a line belongs to.
import type { Findings } from "./findings.ts";
import { Lane } from "./lane.ts";
import type { Note, Run } from "./record.ts";
import { type RowMode, Rows, type RowWords } from "./rows.ts";

/** What a line that is not ours looks like. */
export type OtherLine = "blank" | "comment" | "text";

export class Runs {
  readonly #measured: Lane;
  readonly #expected: Lane;
  /** The lines just read are a block of expectations, which only goes on without a gap. */
  #inBlock = false;

  /** Runs that were taken. */
  #taken = 0;

  constructor(words: RowWords, mode: RowMode) {
    this.#measured = new Lane("measured", new Rows(words, mode));
    this.#expected = new Lane("expectation", new Rows(words, mode));
  }

  get isInBlock(): boolean {
    return this.#inBlock;
  }

  /** The lane for a record. A measured one ends a block of expectations, an expected one begins or continues it. */
  lane(expected: boolean): Lane {
    if (!expected) {
      this.#endBlock();
      return this.#measured;
    }
    this.#inBlock = true;
    return this.#expected;
  }

  /** `# Expected …` behind expected readings heads a block of its own. */
  addHeader(note: Note): void {
    if (this.#expected.hasReadings) {
      this.#endBlock();
    }
    this.lane(true).open.addNote(note);
  }

  /** Where an unknown line belongs: a comment with a tag in it makes no expectation by itself. */
  unknownLines(marked: boolean): Findings {
    return this.lane(marked && this.#inBlock).open;
  }

  addOther(kind: OtherLine): void {
    if (kind === "text") {
      this.#endBlock();
    }
    const lane = this.#inBlock ? this.#expected : this.#measured;
    lane.open.otherLines++;
  }

  #endBlock(): void {
    if (this.#inBlock) {
      this.#expected.endRun();
      this.#inBlock = false;
    }
  }

  /** All runs by first line, but for those that were taken. */
  list(): readonly Run[] {
    const runs = byFirstLine([...this.#measured.runs(), ...this.#expected.runs()]);
    // Where nothing was measured, the lines around the expectations still want counting.
    const strayLines = this.#measured.hasRuns ? 0 : this.#measured.otherLines;
    return runs.map((run, index) => {
      const otherLines = index === 0 ? run.otherLines + strayLines : run.otherLines;
      return { ...run, index: this.#taken + index, otherLines };
    });
  }

  /** The runs that are complete and that no other can come before, by first line. They are the caller's now. */
  take(): readonly Run[] {
    if (!this.#measured.hasRuns) {
      return [];
    }
    const open = [this.#measured, this.#expected].map(
      (lane) => lane.firstOpenLine ?? Number.POSITIVE_INFINITY,
    );
    const before = Math.min(...open);
    const lanes = [this.#measured, this.#expected].flatMap((lane) => lane.takeBefore(before));
    const runs = byFirstLine(lanes).map((run, index) => ({ ...run, index: this.#taken + index }));
    this.#taken += runs.length;
    return runs;
  }
}

function byFirstLine(runs: readonly Run[]): readonly Run[] {
  return runs.toSorted((a, b) => a.firstLine - b.firstLine);
}
