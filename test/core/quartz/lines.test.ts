import { expect, test } from "vitest";
import { countLines, findLineStarts } from "#core/quartz/lines";

test.each([
  ["", [0], 0],
  ["a", [0], 1],
  ["a\n", [0, 2], 1],
  ["a\n\nb", [0, 2, 3], 3],
  ["a\r\nb\r\n", [0, 3, 6], 2],
  ["a\rb\n", [0, 2, 4], 2],
  ["\ufeffa\nb", [1, 3], 2],
])("lines of %j", (text, starts, count) => {
  const found = findLineStarts(text);
  expect([...found]).toEqual(starts);
  expect(countLines(text, found)).toBe(count);
});
