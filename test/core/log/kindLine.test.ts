import { expect, test } from "vitest";
import { lines, list } from "./listing.ts";

test("statement and expression kinds, any unit, any spacing", () => {
  expect(
    list(
      lines(`
        [kind 32] +14041 MB / 13132 stmts
        [kind 1009] -5764 MB / 69186 calls
        [kind  7 ]+3MB/4 nodes, mostly
        [kind 8] +3 MB / 4
        [kind 9] +0 MB / 0 stmts
        task [kind 4294967295] +-3 MB / 4 stmts
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    6 lines = 6 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max -
        0 kind 32 +14041 / 13132
        1 kind 1009 -5764 / 69186
        2 kind 7 +3 / 4
        3 kind 8 +3 / 4
        4 kind 9 +0 / 0
        5 kind 4294967295 -3 / 4
    "
  `);
});

test("what claims to be a kind line and is none", () => {
  expect(
    list(
      lines(`
        [kind x]
        [kind 9 +3 MB / 4 stmts
        [kind 9] +3x MB / 4 stmts
        [kind 9] +3 MB 4 stmts
        [kind 9] +3 MB / stmts
        [kind 9] +3 MB / 4x stmts
        [kind 4294967296] +3 MB / 4 stmts
        [kind 9] +3 MB / 6[kind 10] +5 MB / 3 stmts
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    8 lines = 1 records + 1 unknown + 6 problems + 0 other
    measured 0 from 0, max -
        7 kind 10 +5 / 3
      0 1 × [kind x]
      1:8 malformed-line: Found \`+3\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      2:11 malformed-line: Found \`x\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      3:15 malformed-line: Found \`4\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      4:17 malformed-line: Found \`stmts\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      5:18 malformed-line: Found \`x\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      6:6 malformed-line: Found \`4294967296]\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      7:0 malformed-line: Found \`[kind 9] +3 MB / 6\` and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.
    "
  `);
});
