import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { readFunctionRow } from "#core/log/table/functionRow";
import { readHeading } from "#core/log/table/heading";
import { placeCells } from "#core/log/table/placedRow";

function below(heading: string, row: string): string | undefined {
  const table = readHeading(heading);
  const cells = table && placeCells(row, table);
  const line = cells && readFunctionRow(cells);
  if (line?.type !== "entry" || line.entry.type !== "function") {
    return line?.type === "unreadable" ? `${line.fault.at}: ${line.fault.message}` : line?.type;
  }
  const { name, deltaBytes, approximate } = line.entry;
  const faults = line.faults.map(({ at, code }) => ` !${at} ${code}`).join("");
  return `${approximate ? "~" : ""}${deltaBytes / MEBIBYTE} ${name}${faults}`;
}

const CELL = "| function | delta |";

test.each([
  [CELL, "| mir_lower$mir_lower_expr | +136 MB |", "136 mir_lower$mir_lower_expr"],
  [CELL, "| **`compile()`** | −68 MB |", "-68 compile"],
  [CELL, "| `total` | 1.5 MB |", "1.5 total"],
  [CELL, "| _new | ~3 MB |", "~3 _new"],
  [CELL, "| some? | 99999999999999 MB |", "NaN some? !10 unsafe-integer"],
  ["fn  RSS delta (KB)", "compile  2048", "2 compile"],
  ["name\tgrowth MB", "compile\t5", "5 compile"],
  ["| function | name | leaked |", "| compile | x | 5 MB |", "5 compile"],
  [CELL, "| Total | +5401 MB |", "frame"],
  [CELL, "| the parser's loop | 5 MB |", "frame"],
  [CELL, "| 153 | 5 MB |", "frame"],
  [CELL, "| | 5 MB |", "frame"],
  [CELL, "| compile |", "frame"],
  [CELL, "| compile | ? |", "frame"],
  [CELL, "| compile | no change |", "frame"],
  [CELL, "| compile | 5 |", "12: Found `5`; expected a unit, in the heading or the cell."],
  [CELL, "| compile | 5x |", "12: Found `5x`; expected a figure like `+136 MB` or `12.47 GB`."],
])("below %j, %j", (heading, row, expected) => {
  expect(below(heading, row)).toBe(expected);
});
