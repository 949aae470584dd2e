// What a line of a pasted table is.
import { t } from "../../base/text.ts";
import { type Fault, quoted, unsafeInteger } from "../fault.ts";
import type { PhaseFigures } from "../memLine.ts";
import type { KindPlace } from "../record.ts";
import type { Cell } from "./cells.ts";
import type { Figure } from "./figure.ts";

/** Bytes and counts are NaN where they are no safe integer; a fault says so. */
export type TableEntry =
  | {
      readonly type: "kind";
      readonly place: KindPlace;
      readonly totalBytes: number;
      /** NaN, without a fault, where the row gives none. */
      readonly count: number;
      readonly approximate: boolean;
    }
  | {
      readonly type: "function";
      readonly name: string;
      /** As a column of the table names it. Undefined: the phase whose reading follows. */
      readonly phase: string | undefined;
      readonly deltaBytes: number;
      readonly approximate: boolean;
    }
  | { readonly type: "phase"; readonly phase: PhaseFigures }
  | { readonly type: "peak"; readonly peakBytes: number; readonly approximate: boolean };

export type TableLine =
  | { readonly type: "entry"; readonly entry: TableEntry; readonly faults: readonly Fault[] }
  | { readonly type: "unreadable"; readonly fault: Fault }
  /** A heading, a delimiter row, or a row that gives no figure to keep: part of a table of ours, no record. */
  | { readonly type: "frame" };

/** A cell with what was read in it. */
export interface Read {
  readonly cell: Cell;
  readonly figure: Figure;
}

export const FRAME: TableLine = { type: "frame" };

export function valueIn({ figure }: Read): number | undefined {
  return figure.type === "value" ? figure.value : undefined;
}

export function isApproximate({ figure }: Read): boolean {
  return figure.type === "value" && figure.approximate;
}

/** The first of the cells that claims a figure and has none. */
export function unreadableAmong(reads: readonly Read[]): TableLine | undefined {
  for (const { cell, figure } of reads) {
    if (figure.type === "unreadable") {
      const message = t(figure.expected, { found: quoted(cell.text) });
      return { type: "unreadable", fault: { at: cell.at, code: "malformed-line", message } };
    }
  }
  return undefined;
}

/** `entry`, with a fault for each of the cells whose figure is no safe integer. */
export function entryOf(entry: TableEntry, reads: readonly Read[]): TableLine {
  const unsafe = reads.filter((read) => Number.isNaN(valueIn(read)));
  const faults = unsafe.map(({ cell }): Fault => ({ ...unsafeInteger(cell.text, 0), at: cell.at }));
  return { type: "entry", entry, faults };
}
