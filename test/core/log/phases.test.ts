import { expect, test } from "vitest";
import { isPass, parentsOf, subPhasesAmong } from "#core/log/phases";
import { lines, list } from "./listing.ts";

function subPhases(...names: readonly string[]): readonly string[] {
  const flags = subPhasesAmong(names);
  return names.filter((_, index) => flags[index]);
}

test("a step is known by its number, or by a parent that comes later", () => {
  expect(subPhases("init", "resolve_pass1", "resolve_imports", "resolve", "tc_free", "mir")).toEqual([
    "resolve_pass1",
    "resolve_imports",
  ]);
  expect(subPhases("typecheck", "tc_free")).toEqual([]);
  expect(subPhases("resolve_pass1")).toEqual(["resolve_pass1"]);
  expect(subPhases("mir", "mir_free")).toEqual([]);
  expect(subPhases("mir_lower_all", "mir_lower", "mir")).toEqual(["mir_lower_all", "mir_lower"]);
  expect(subPhases("x_pass1_a", "x_pass1")).toEqual(["x_pass1"]);
});

test("names", () => {
  expect(parentsOf("mir_lower_all")).toEqual(["mir", "mir_lower"]);
  expect(parentsOf("_a")).toEqual([]);
  expect([isPass("resolve_pass12"), isPass("pass1"), isPass("resolve_pass")]).toEqual([true, false, false]);
});

test("sub-phases do not move the base, and an impossible reading leaves none", () => {
  expect(
    list(
      lines(`
        [mem] resolve_pass1: 90 MB
        [mem] parse: 42 MB
        [mem] resolve_a: 100 MB
        [mem-fn] +9 MB: a
        [mem] resolve_pass1: 110 MB
        [mem-fn] +8 MB: b
        [mem] resolve: 105 MB
        [mem] typecheck: 99999999999999 MB
        [mem] mir: 50 MB
        [mem] codegen: 40 MB
        [mem-fn] +7 MB: open
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    11 lines = 11 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 110
      0 sub resolve_pass1 90
      1 parse 42
      2 sub resolve_a 100 - of +58
        3 +9 a
      4 sub resolve_pass1 110 - of +68
        5 +8 b
      6 resolve 105 - of +63
      7 typecheck NaN
      8 mir 50
      9 codegen 40 - of -10
        10 +7 open
      7:17 unsafe-integer: Found \`99999999999999\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
    "
  `);
});
