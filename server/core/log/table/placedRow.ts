// Which cell of a row stands in which column of its table.
import { type Cell, cellsOf } from "./cells.ts";
import type { Role } from "./columns.ts";
import { plain } from "./figure.ts";
import type { HeadedColumn, Heading } from "./heading.ts";

export interface PlacedCell extends Cell {
  /** As in `Column`. */
  readonly perUnit: number | undefined;
}

/** A size in a column that we do not know. Two of them beside a delta are what it was computed from. */
const SIZE = /^[~≈+\-−]? ?\d[\d.,]* ?(?:[KMG]i?B|[KMG])$/i;

/** True where the row compares two runs: its delta is no growth. */
export function comparesSizes({ others }: PlacedRow): boolean {
  return others.filter(({ text }) => SIZE.test(plain(text))).length > 1;
}

export interface PlacedRow {
  readonly cells: ReadonlyMap<Role, PlacedCell>;
  /** Cells of columns that we do not know, or of no column. */
  readonly others: readonly Cell[];
}

/** Undefined where the line is no row of this table. */
export function placeCells(text: string, heading: Heading): PlacedRow | undefined {
  const row = cellsOf(text, heading.layout);
  const order = row === undefined ? undefined : columnNumbers(row, heading);
  if (row === undefined || order === undefined) {
    return undefined;
  }
  const cells = new Map<Role, PlacedCell>();
  const others: Cell[] = [];
  row.forEach((cell, index) => {
    const column = heading.columns[order[index] ?? -1];
    if (column?.role === undefined) {
      others.push(cell);
    } else {
      cells.set(column.role, { ...cell, perUnit: column.perUnit });
    }
  });
  return { cells, others };
}

/** For each cell of a row, the number of its column; −1 for none. */
function columnNumbers(row: readonly Cell[], { layout, columns }: Heading): readonly number[] | undefined {
  const inOrder = row.map((_, index) => (index < columns.length ? index : -1));
  switch (layout) {
    case "edged":
    case "piped":
      return inOrder;
    case "tabbed":
      // More cells than columns: some tabs are only there to align.
      return row.length > columns.length ? undefined : inOrder;
    case "spaced":
      return columnsBelow(row, columns) ?? (row.length === columns.length ? inOrder : undefined);
  }
}

/** Blanks do not show an empty cell, but what stands below a heading does. Undefined where that is not clear. */
function columnsBelow(row: readonly Cell[], columns: readonly HeadedColumn[]): readonly number[] | undefined {
  const lastFrom = columns.at(-1)?.from ?? 0;
  const numbers: number[] = [];
  for (const { text, at } of row) {
    const below = columns.flatMap(({ from, to }, index) =>
      at < to && at + text.length > from ? [index] : [],
    );
    const number = below[0] ?? -1;
    if (below.length > 1 || (number === -1 ? at < lastFrom : numbers.includes(number))) {
      return undefined;
    }
    numbers.push(number);
  }
  return numbers;
}
