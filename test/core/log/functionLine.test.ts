import { expect, test } from "vitest";
import { lines, list } from "./listing.ts";

test("growth, shrinking, any spacing, a prefix, and names as they are printed", () => {
  expect(
    list(
      lines(`
        [mem-fn] +136 MB: mir_lower$mir_lower_expr
        [mem-fn] +93  MB: typecheck_expr_handlers$tc_expr_call
        [mem-fn]  -5MB  :  compile
        [mem-fn] +-5 MB: compile
        [mem-fn] 8 MB: std$Map<String, Int>$get
        12:00:01 | [mem-fn] +9 MB: é$ß
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    6 lines = 6 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max -
        0 +136 mir_lower$mir_lower_expr
        1 +93 typecheck_expr_handlers$tc_expr_call
        2 -5 compile
        3 -5 compile
        4 +8 std$Map<String, Int>$get
        5 +9 é$ß
    "
  `);
});

test("what claims to be a function line and is none", () => {
  expect(
    list(
      lines(`
        [mem-fn] +abc MB: x
        [mem-fn] +93 MB x
        [mem-fn] +93: x
        é [mem-fn] +93 MB:
        [mem-fn] +13[mem-fn] +5 MB: whole
        [mem-fn] +9 MB: half_a_na[mem] init: 1 MB
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    6 lines = 2 records + 0 unknown + 4 problems + 0 other
    measured 0 from 0, max 1
        4 +5 whole
      5 init 1
      0:10 malformed-line: Found \`abc\`; expected a line like \`[mem-fn] +93 MB: name\`.
      1:16 malformed-line: Found \`x\`; expected a line like \`[mem-fn] +93 MB: name\`.
      2:12 malformed-line: Found \`:\`; expected a line like \`[mem-fn] +93 MB: name\`.
      3:18 malformed-line: Found the end of the line; expected a line like \`[mem-fn] +93 MB: name\`.
      4:0 malformed-line: Found \`[mem-fn] +13\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
      4:0 absurd-delta: Found a delta of +5 MB; expected at most 1 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
      5:0 malformed-line: Found \`[mem-fn] +9 MB: half_a_na\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
    "
  `);
});
