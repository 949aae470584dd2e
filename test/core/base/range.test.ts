import { expect, test } from "vitest";
import { containsLine, lineCount } from "#core/base/range";

const range = { start: { line: 3, character: 7 }, end: { line: 5, character: 0 } };

test("both lines of a range count, whatever the characters", () => {
  expect(lineCount(range)).toBe(3);
  expect([2, 3, 4, 5, 6].map((line) => containsLine(range, line))).toEqual([false, true, true, true, false]);
});
