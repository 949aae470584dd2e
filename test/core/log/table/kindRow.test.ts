import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { readHeading } from "#core/log/table/heading";
import { readKindRow, readLooseKindRow } from "#core/log/table/kindRow";
import { placeCells } from "#core/log/table/placedRow";
import type { TableLine } from "#core/log/table/tableLine";

/** `tc_expr 9 NODE_CALL +5764 / 69186`, with `!` and its column for each fault. */
function shown(line: TableLine | undefined): string | undefined {
  if (line?.type !== "entry") {
    return line?.type === "unreadable" ? `${line.fault.at}: ${line.fault.message}` : line?.type;
  }
  if (line.entry.type !== "kind") {
    return "no kind";
  }
  const { place, totalBytes, count, approximate } = line.entry;
  const who = [place.dispatcher, place.number, place.name].map((part) => part ?? "-").join(" ");
  const figures = `${approximate ? "~" : ""}${totalBytes / MEBIBYTE} / ${count}`;
  return [`${who} ${figures}`, ...line.faults.map(({ at, code }) => `!${at} ${code}`)].join(" ");
}

function below(heading: string, row: string): string | undefined {
  const table = readHeading(heading);
  const cells = table && placeCells(row, table);
  return table && cells && shown(readKindRow(cells, table.domain));
}

const STATEMENTS = "| kind | count | delta MB | per stmt |";
const PLAIN = "| kind | count | delta |";

test.each([
  [
    STATEMENTS,
    "| NODE_BLOCK 32 | 13,132 | 14,041 | ~1 MB, inclusive |",
    "tc_stmt 32 NODE_BLOCK 14041 / 13132",
  ],
  [STATEMENTS, "| 32 | 13,132 | 14,041 |", "tc_stmt 32 - 14041 / 13132"],
  [STATEMENTS, "| 1009 | 69,186 | 5,764 |", "tc_expr 9 - 5764 / 69186"],
  [STATEMENTS, "| NODE_IF | | -3 |", "tc_stmt - NODE_IF -3 / NaN"],
  [PLAIN, "| NODE_IF | 5 | +3 MB |", "- - NODE_IF 3 / 5"],
  [PLAIN, "| NODE_IF | 5 | +3 MB | ~1 MB/stmt |", "tc_stmt - NODE_IF 3 / 5"],
  [PLAIN, "| NODE_IF | ~5 | +3 MB |", "- - NODE_IF ~3 / 5"],
  [PLAIN, "| NODE_IF | 5 | ~3 MB |", "- - NODE_IF ~3 / 5"],
  [PLAIN, "| NODE_IF | many | ~3 MB |", "- - NODE_IF ~3 / NaN"],
  [PLAIN, "| NODE_IF | 9007199254740993 | 3 MB |", "- - NODE_IF 3 / NaN !12 unsafe-integer"],
  [PLAIN, "| NODE_IF | 5 | +99999999999999 MB |", "- - NODE_IF NaN / 5 !16 unsafe-integer"],
  ["| kind | total | avg |", "| NODE_CALL | 5 MB | 87 KB/call |", "tc_expr - NODE_CALL 5 / NaN"],
  ["| number | name | count | delta |", "| 9 | NODE_CALL | 7 | 5 MB |", "- 9 NODE_CALL 5 / 7"],
  ["| number | kind | count | delta |", "| 9 | NODE_CALL | 7 | 5 MB |", "- 9 NODE_CALL 5 / 7"],
  ["| kind | name | count | delta |", "| 9 | NODE_CALL | 7 | 5 MB |", "- 9 NODE_CALL 5 / 7"],
  ["| name | number | delta |", "| NODE_CALL | 9 | 5 MB |", "- 9 NODE_CALL 5 / NaN"],
  [PLAIN, "| total | 5 | +3 MB |", "frame"],
  [PLAIN, "| NODE_IF | 5 | same |", "frame"],
  [PLAIN, "| NODE_IF | 5 | - |", "frame"],
  [PLAIN, "| NODE_IF | 5 |", "frame"],
  [PLAIN, "| NODE_IF | 5 | 3 |", "16: Found `3`; expected a unit, in the heading or the cell."],
  [PLAIN, "| NODE_IF | 5k | 3 MB |", "12: Found `5k`; expected a whole number, like `69,186`."],
  [PLAIN, "| NODE_IF | 5k | - |", "12: Found `5k`; expected a whole number, like `69,186`."],
  [PLAIN, "| NODE_IF | 5 | 3 MB/s |", "16: Found `3 MB/s`; expected a figure like `+136 MB` or `12.47 GB`."],
])("below %j, %j", (heading, row, expected) => {
  expect(below(heading, row)).toBe(expected);
});

test.each([
  ["NODE_CALL (9) | 69,186 | +5,764 MB | ~87 KB/call", "tc_expr 9 NODE_CALL 5764 / 69186"],
  ["| `NODE_CALL` 9 | 69,186 | **+5,764 MB** |", "- 9 NODE_CALL 5764 / 69186"],
  ["NODE_CALL\t69,186\t+5,764 MB", "- - NODE_CALL 5764 / 69186"],
  ["\tNODE_CALL\t69,186\t+5,764 MB", "- - NODE_CALL 5764 / 69186"],
  ["NODE_IF (23)  8,986  +9,749 MB  ~1 MB/stmt (composite)", "tc_stmt 23 NODE_IF 9749 / 8986"],
  ["> NODE_IF  -5.5 MB  8,986 stmts", "- - NODE_IF -5.5 / 8986"],
  ["NODE_IF  8,986  +99999999999999 MB", "- - NODE_IF NaN / 8986 !16 unsafe-integer"],
])("%j says by itself what it is", (row, expected) => {
  expect(shown(readLooseKindRow(row))).toBe(expected);
});

test.each([
  ["no sign", "NODE_CALL | 69,186 | 5,764 MB"],
  ["no unit", "NODE_CALL | 69,186 | +5,764"],
  ["no count", "NODE_CALL 9 | +5,764 MB | ~87 KB/call"],
  ["two counts", "NODE_CALL | 9 | 69,186 | +5,764 MB"],
  ["two deltas", "NODE_CALL | 69,186 | +5,764 MB | -3 MB"],
  ["no name", "9 | 69,186 | +5,764 MB"],
  ["prose", "NODE_CALL is 5.76 GB of the 5.4 GB net"],
  ["prose with gaps", "NODE_CALL  is 5.76 GB  of the 5.4 GB net"],
  ["nothing", "|"],
])("a row with %s does not", (_, row) => {
  expect(readLooseKindRow(row)).toBeUndefined();
});
