import { expect, test } from "vitest";
import { list, listCut, readLog } from "./listing.ts";

test("a log whose line ends were lost gives its entries all the same", () => {
  const folded =
    "[mem] init: 1 MB current (0ms) [mem] lex: 3 MB (+2) (1ms) [mem] resolve_pass1: 10462 MB, 82 modules [mem] resolve: 10498 MB (+10495) (2608ms) [mem-fn] +9 MB: a [kind 1009] +5 MB / 6 stmts [mem] typecheck: 17028 MB (+6530) (11521ms)\n";
  expect(list(folded)).toMatchInlineSnapshot(`
    "
    1 lines = 1 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 17028
      0 init 1 0ms
      0 lex 3 +2 1ms
      0 sub resolve_pass1 10462 - of +10459 82 modules
      0 resolve 10498 +10495 2608ms
        0 +9 a
        0 kind 1009 +5 / 6
      0 typecheck 17028 +6530 11521ms
    "
  `);
});

test("expectations in one line stay expectations", () => {
  expect(list("# [mem] a: 5 MB [mem] b: 6 MB\n")).toMatchInlineSnapshot(`
    "
    1 lines = 1 records + 0 unknown + 0 problems + 0 other
    expectation 0 from 0, max 6
      0 a 5
      0 b 6 - of +1
    "
  `);
});

test("where one writer broke into another's line, the broken entry is no record", () => {
  expect(
    list(
      "[mem] a: 5 MB (+5)[mem] b: 60 MB (+55)\n[mem] c: 70[mem-fn] +9 MB: half[kind 9] +3 MB / 6[mem] d: 90 MB\n",
    ),
  ).toMatchInlineSnapshot(`
    "
    2 lines = 2 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 90
      0 a 5 +5 of -
      0 b 60 +55
      1 d 90 - of +30
      1:0 malformed-line: Found \`[mem] c: 70\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
      1:11 malformed-line: Found \`[mem-fn] +9 MB: half\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
      1:31 malformed-line: Found \`[kind 9] +3 MB / 6\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
    "
  `);
});

test("a quotation ends where it closes", () => {
  const [run] = readLog(
    '- `[mem-fn] +9 MB: mir$a` is the longest\n"[mem] typecheck: 57 MB (+5)" it said\n',
  ).runs;
  expect(run?.functions.names).toEqual(["mir$a"]);
  expect(run?.phases[0]).toMatchObject({ name: "typecheck", remark: "" });
});

test("a name at the very end of a log is kept, and told to be doubtful", () => {
  expect(listCut("\n[mem-fn] +9 MB: mir_lower$mir_low\n")).toMatchInlineSnapshot(`
    "
    1 lines = 1 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max -
        0 +9 mir_lower$mir_low
      0:16 cut-line: Found \`mir_lower$mir_low\` and no line end; expected a line end behind the name. It is kept, but may have lost its end.
    "
  `);
  expect(listCut("\n[mem-fn] +9 MB: mir_lower$mir_low  ← here\n")).not.toContain("cut-line");
});
