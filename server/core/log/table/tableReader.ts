// Tables that people paste into logs and hand-offs: of phases, of functions, of node kinds.
import { HEADER_FIRST_WORDS } from "./columns.ts";
import { readFunctionRow } from "./functionRow.ts";
import { type GluedHeading, readGluedHeading, readGluedRow } from "./gluedRow.ts";
import { type Heading, readHeading } from "./heading.ts";
import { readKindRow, readLooseKindRow } from "./kindRow.ts";
import { readPhaseRow } from "./phaseRow.ts";
import { comparesSizes, placeCells } from "./placedRow.ts";
import { FRAME, type TableLine } from "./tableLine.ts";

export type { TableEntry, TableLine } from "./tableLine.ts";

type OpenTable =
  | { readonly type: "headed"; readonly heading: Heading }
  | { readonly type: "glued"; readonly heading: GluedHeading };

const FIRST_WORD = /^[ \t>|*`]*([A-Za-z]+)/;
const KIND_NAME = /^[ \t>|*`]*NODE_[A-Z]/;
/** Lines that only draw: `|---|:--:|`, `+----+----+`, `=====`. */
const DRAWN = /^[-=+|: \t>]+$/;

function openedBy(text: string): OpenTable | undefined {
  const word = FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? "";
  // In a glued heading the first word has no end: `Node kindCount`, `KindCount`.
  if (!HEADER_FIRST_WORDS.some((first) => word.startsWith(first))) {
    return undefined;
  }
  const heading = readHeading(text);
  if (heading !== undefined) {
    return { type: "headed", heading };
  }
  const glued = readGluedHeading(text);
  return glued === undefined ? undefined : { type: "glued", heading: glued };
}

function readRow(text: string, table: OpenTable): TableLine | undefined {
  if (DRAWN.test(text) && /--|==/.test(text)) {
    return FRAME;
  }
  if (table.type === "glued") {
    return readGluedRow(text, table.heading);
  }
  const row = placeCells(text, table.heading);
  if (row === undefined) {
    return undefined;
  }
  if (comparesSizes(row)) {
    return FRAME;
  }
  switch (table.heading.subject) {
    case "kind":
      return readKindRow(row, table.heading.domain);
    case "function":
      return readFunctionRow(row);
    case "phase":
      return readPhaseRow(row);
  }
}

/** Reads line after line; what it keeps between them is the heading of the open table. */
export class TableReader {
  #table: OpenTable | undefined;

  /** @param text a line without tag. Undefined: no part of a table of ours; the open table has ended. */
  read(text: string): TableLine | undefined {
    // A blank that does not break is a blank; offsets stay what they are.
    const line = text.replaceAll("\u00a0", " ");
    const opened = openedBy(line);
    if (opened !== undefined) {
      this.#table = opened;
      return FRAME;
    }
    const row = this.#table === undefined ? undefined : readRow(line, this.#table);
    if (row !== undefined) {
      return row;
    }
    this.#table = undefined;
    return KIND_NAME.test(line) ? (readLooseKindRow(line) ?? readGluedRow(line, undefined)) : undefined;
  }

  /** A line that cannot be part of a table came by. */
  end(): void {
    this.#table = undefined;
  }

  get isOpen(): boolean {
    return this.#table !== undefined;
  }
}
