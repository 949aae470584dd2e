import { expect, test } from "vitest";
import { readCounts } from "#core/log/countLine";

function entries(body: string): readonly string[] | undefined {
  return readCounts(body)?.entries.map(({ key, value }) => `${key} = ${value}`);
}

test.each([
  [" tc Vec entries (sum of sizes): 18276", ["tc Vec entries (sum of sizes) = 18276"]],
  [" tc nested Vec<Vec> entries:    72001", ["tc nested Vec<Vec> entries = 72001"]],
  [" tc registry: structs=47 funcs=2140", ["tc registry.structs = 47", "tc registry.funcs = 2140"]],
  [" a: b=1, c=-2", ["a.b = 1", "a.c = -2"]],
  [" typecheck: 5776", ["typecheck = 5776"]],
])("%j is a count", (body, expected) => {
  expect(entries(body)).toEqual(expected);
});

test.each([
  " pool: 12 MB",
  " pool: used=12 MB",
  " a: 1 2",
  " a: b=1 2",
  " a:",
  " : 5",
  " something else",
  " a: 1.5",
])("%j is none", (body) => {
  expect(entries(body)).toBeUndefined();
});

test("a count that is not a safe integer is kept without its value", () => {
  const read = readCounts(" a: b=1 c=99999999999999999999");
  expect(read?.entries.map(({ value }) => value)).toEqual([1, Number.NaN]);
  expect(read?.faults).toMatchObject([{ at: 10, code: "unsafe-integer" }]);
});
