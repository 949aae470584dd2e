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
    6 lines = 0 records + 0 unknown + 6 problems + 0 other
    measured 0 from 0, max -
      0:10 malformed-line: Found \`abc\`; expected a line like \`[mem-fn] +93 MB: name\`.
      1:16 malformed-line: Found \`x\`; expected a line like \`[mem-fn] +93 MB: name\`.
      2:12 malformed-line: Found \`:\`; expected a line like \`[mem-fn] +93 MB: name\`.
      3:18 malformed-line: Found the end of the line; expected a line like \`[mem-fn] +93 MB: name\`.
      4:12 malformed-line: Found a second tag, \`[mem-fn]\`; expected one entry on a line. Two lines ran together, so neither is read.
      5:25 malformed-line: Found a second tag, \`[mem]\`; expected one entry on a line. Two lines ran together, so neither is read.
    "
  `);
});
