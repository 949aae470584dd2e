import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { readHeading } from "#core/log/table/heading";
import { readPhaseRow } from "#core/log/table/phaseRow";
import { placeCells } from "#core/log/table/placedRow";

/** `typecheck 17028 +6530 11521ms "remark"`, with the column of each fault. */
function below(heading: string, row: string): string | undefined {
  const table = readHeading(heading);
  const cells = table && placeCells(row, table);
  const line = cells && readPhaseRow(cells);
  if (line === undefined || line.type === "frame") {
    return line?.type;
  }
  if (line.type === "unreadable") {
    return `${line.fault.at}: ${line.fault.message}`;
  }
  const faults = line.faults.map(({ at, code }) => ` !${at} ${code}`).join("");
  if (line.entry.type === "peak") {
    return `peak is ${line.entry.approximate ? "~" : ""}${line.entry.peakBytes / MEBIBYTE}${faults}`;
  }
  if (line.entry.type !== "phase") {
    return "no phase";
  }
  const { name, rssBytes, deltaBytes, elapsedMs, approximate, remark, peakBytes } = line.entry.phase;
  const parts = [
    `${name} ${approximate ? "~" : ""}${rssBytes / MEBIBYTE}`,
    deltaBytes === undefined ? "" : ` by ${deltaBytes / MEBIBYTE}`,
    elapsedMs === undefined ? "" : ` ${elapsedMs}ms`,
    peakBytes === undefined ? "" : ` peak ${peakBytes / MEBIBYTE}`,
    remark === "" ? "" : ` "${remark}"`,
  ];
  return parts.join("") + faults;
}

const FULL = "| phase | current MB | delta MB | elapsed ms |";
const BARE = "| phase | rss | delta | elapsed |";

test.each([
  [FULL, "| typecheck | 17028 | 6530 | 11521 |", "typecheck 17028 by 6530 11521ms"],
  [FULL, "| init | 1 | - | 0 |", "init 1 0ms"],
  [FULL, "| **tc_free:** | 17,028 | ±0 | n/a |", "tc_free 17028 by 0"],
  [FULL, "| mir | 12.5 GB | (-1498) | 9.5 s |", "mir 12800 by -1498 9500ms"],
  [FULL, "| mir | 12500 | same | not seen | **next** | 82 | - |", 'mir 12500 "same, not seen, next"'],
  [FULL, "| codegen | ~12500 MB peak (current ≈ peak) |", "codegen ~12500 peak 12500"],
  [
    "| phase | RSS | peak MB | by | functions |",
    "| mir | 5 MB | 12438 | same | 1985 |",
    'mir 5 peak 12438 "same"',
  ],
  [FULL, "| peak | 25229 | | wall about 35 s (35.6 s in ROAD) |", "peak is 25229"],
  [FULL, "| Peak RSS | ~12.47 GB | 5x |", "peak is ~12769.279999732971"],
  [
    FULL,
    "| mir | 99999999999999 | 5 | 99999999999999999999 |",
    "mir NaN by 5 NaNms !8 unsafe-integer !29 unsafe-integer",
  ],
  [FULL, "| peak | 99999999999999 |", "peak is NaN !9 unsafe-integer"],
])("below %j, %j", (heading, row, expected) => {
  expect(below(heading, row)).toBe(expected);
});

test.each([
  [FULL, "| typecheck | | 5401 |"],
  [FULL, "| typecheck | unknown | |"],
  [FULL, "| peak | | 5 |"],
  [FULL, "| Phase 3b | 5 | 6 |"],
  [FULL, "| 2 | 5 | 6 |"],
  [FULL, "| | 5 | 6 |"],
  [FULL, "| total | 5 | 6 |"],
  [FULL, "| wall | 21 s |"],
  ["| phase | delta MB |", "| typecheck | 5401 |"],
])("below %j, %j gives no reading", (heading, row) => {
  expect(below(heading, row)).toBe("frame");
});

test.each([
  [BARE, "| mir | 5 |", "8: Found `5`; expected a unit, in the heading or the cell."],
  [BARE, "| mir | 5 MB | 3 |", "15: Found `3`; expected a unit, in the heading or the cell."],
  [BARE, "| mir | 5 MB | | 3 |", "17: Found `3`; expected a unit, in the heading or the cell."],
  [FULL, "| mir | +5 |", "8: Found `+5`; expected a reading without a sign, like `5776 MB` or `12.47 GB`."],
  [FULL, "| mir | - | 57x6 |", "12: Found `57x6`; expected a figure like `+136 MB` or `12.47 GB`."],
  [FULL, "| mir | 5 | 6 | 1:30 |", "16: Found `1:30`; expected a time, like `9871 ms` or `9.87 s`."],
  [FULL, "| peak | 5x |", "9: Found `5x`; expected a reading without a sign, like `5776 MB` or `12.47 GB`."],
])("below %j, %j cannot be read", (heading, row, expected) => {
  expect(below(heading, row)).toBe(expected);
});
