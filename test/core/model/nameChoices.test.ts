import { expect, test } from "vitest";
import { parseNameChoices, withChoice, withoutChoice } from "#core/model/nameChoices";

const CHOICE = { name: "quake$task", uri: "file:///std/quake.qz", mangledName: "quake$task", arity: 1 };

test("what was kept comes back; whatever is no choice is left out", () => {
  expect(parseNameChoices([CHOICE, { name: "x" }, null, "y", { ...CHOICE, name: "z", arity: "1" }])).toEqual([
    CHOICE,
    { ...CHOICE, name: "z", arity: null },
  ]);
  expect(parseNameChoices(undefined)).toEqual([]);
  expect(parseNameChoices({ length: 3 })).toEqual([]);
});

test("a second choice for a name takes the place of the first, and can be taken back", () => {
  const other = { ...CHOICE, uri: "file:///tools/quake.qz" };
  expect(withChoice([CHOICE], other)).toEqual([other]);
  expect(withoutChoice([CHOICE, { ...CHOICE, name: "x" }], "x")).toEqual([CHOICE]);
});
