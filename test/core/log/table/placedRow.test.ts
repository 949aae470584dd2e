import { expect, test } from "vitest";
import { readHeading } from "#core/log/table/heading";
import { placeCells } from "#core/log/table/placedRow";

/** `phase=a, delta=5; other` for the row below the heading. */
function placed(heading: string, row: string): string | undefined {
  const table = readHeading(heading);
  const read = table && placeCells(row, table);
  const cells = read && [...read.cells].map(([role, { text }]) => `${role}=${text}`);
  return cells && [cells.join(", "), ...read.others.map(({ text }) => text)].join("; ");
}

test.each([
  ["| phase | rss | x |", "| a | 5 | y | z |", "phase=a, reading=5; y; z"],
  ["| phase | rss | delta |", "| a | 5 |", "phase=a, reading=5"],
  ["| phase | rss | delta |", "| a || 5 |", "phase=a, reading=, delta=5"],
  ["phase | rss", "a | 5", "phase=a, reading=5"],
  ["phase | rss", "| a | 5 |", undefined],
  ["| phase | rss |", "a | 5", undefined],
  ["| phase | rss |", "a  5", undefined],
  ["phase\trss\tdelta", "a\t5", "phase=a, reading=5"],
  ["phase\trss\tdelta", "\t5\t6", "phase=, reading=5, delta=6"],
  ["phase\trss", "a\t\t5", undefined],
])("below %j, %j", (heading, row, expected) => {
  expect(placed(heading, row)).toBe(expected);
});

test("blanks hide an empty cell, so the place below the heading counts", () => {
  const head = "phase          current MB   delta MB   elapsed ms";
  const rows: readonly (readonly [row: string, cells: string | undefined])[] = [
    ["resolve_pass1       10462", "phase=resolve_pass1, reading=10462"],
    ["resolve             10498                    2608", "phase=resolve, reading=10498, elapsed=2608"],
    [
      "mir                 14400       7500         2608   ← next",
      "phase=mir, reading=14400, delta=7500, elapsed=2608; ← next",
    ],
    ["mir  5  6  7", "phase=mir, reading=5, delta=6, elapsed=7"],
    ["mir       5", undefined],
    ["mir       5          6", undefined],
    ["not  below", undefined],
    ["a phase that is too long  5", undefined],
    ["mir                 14  15", undefined],
  ];
  for (const [row, cells] of rows) {
    expect(placed(head, row), row).toBe(cells);
  }
});
