import { expect, test } from "vitest";
import { readDelta } from "#core/log/table/figure";
import {
  entryOf,
  FRAME,
  isApproximate,
  type Read,
  type TableEntry,
  unreadableAmong,
  valueIn,
} from "#core/log/table/tableLine";

const cell = (text: string, at = 0): Read => ({ cell: { text, at }, figure: readDelta(text, undefined) });
const ENTRY: TableEntry = { type: "peak", peakBytes: 5, approximate: false };

test("a value, or none", () => {
  expect(valueIn(cell("5 KB"))).toBe(5120);
  expect(valueIn(cell("same"))).toBeUndefined();
  expect(isApproximate(cell("~5 KB"))).toBe(true);
  expect(isApproximate(cell("~same"))).toBe(false);
});

test("the first cell that cannot be read is told with its place", () => {
  expect(unreadableAmong([cell("5 KB"), cell("same"), cell("57x6 MB", 7), cell("5", 20)])).toEqual({
    type: "unreadable",
    fault: {
      at: 7,
      code: "malformed-line",
      message: "Found `57x6 MB`; expected a figure like `+136 MB` or `12.47 GB`.",
    },
  });
  expect(unreadableAmong([cell("5 KB"), cell("-")])).toBeUndefined();
});

test("each figure that cannot be counted is a fault of an entry that stays", () => {
  expect(entryOf(ENTRY, [cell("5 KB"), cell("-")])).toEqual({ type: "entry", entry: ENTRY, faults: [] });
  expect(entryOf(ENTRY, [cell("5 KB"), cell("99999999999999 MB", 9)])).toMatchObject({
    faults: [
      {
        at: 9,
        code: "unsafe-integer",
        message:
          "Found `99999999999999`; expected a value that can be counted exactly, at most 9007199254740991 bytes.",
      },
    ],
  });
  expect(FRAME).toEqual({ type: "frame" });
});
