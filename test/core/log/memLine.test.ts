import { expect, test } from "vitest";
import { readMemLine } from "#core/log/memLine";
import { lines, list, listCut } from "./listing.ts";

test("the four shapes, and an author's", () => {
  expect(
    list(
      lines(`
        [mem] init:    1 MB  current                         (0ms)
        [mem] parse:   42 MB (+41)                           (13ms)
        [mem] resolve_pass1:  10462 MB, 82 modules
        [mem] resolve_pass2:  10495 MB
        [mem]resolve :10498MB(+10456)(2608 ms)
        [mem] codegen: 9000 MB (+-1498) peak 12470 MB
        #   [mem] codegen:   ~12500 MB peak (current ≈ peak)
        [mem] peak: 25229 MB
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    8 lines = 8 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 10498, peak 25229
      0 init 1 0ms
      1 parse 42 +41 13ms
      2 sub resolve_pass1 10462 - of +10420 82 modules
      3 sub resolve_pass2 10495 - of +10453
      4 resolve 10498 +10456 2608ms
      5 codegen 9000 -1498 peak 12470 MB
    expectation 1 from 6, max 12500, peak 12500
      6 codegen ~12500 peak (current ≈ peak)
    "
  `);
});

test("what claims to be a reading and is none", () => {
  expect(
    list(
      lines(`
        [mem] typecheck: 57x6 MB
        é [mem] typecheck: -5 MB (+3)
        [mem] typecheck: MB
        [mem] typecheck: 5776 MB (+54O1) (9871ms)
        [mem] mir: 99999999999999999 MB (+3)
        [mem] free: 5776 MB (+0)
        [mem] init: 1 MB (0ms) [mem] lex: 3 MB (+2) (1ms)
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    7 lines = 4 records + 0 unknown + 3 problems + 0 other
    measured 0 from 0, max 5776
      3 typecheck 5776 9871ms (+54O1)
      4 mir NaN +3 of -
      5 free 5776 +0 of -
      0:17 malformed-line: Found \`57x6\`; expected whole MB, as in \`[mem] typecheck: 5776 MB\`.
      1:19 malformed-line: Found \`-5\`; expected whole MB, as in \`[mem] typecheck: 5776 MB\`.
      2:17 malformed-line: Found \`MB\`; expected whole MB, as in \`[mem] typecheck: 5776 MB\`.
      3:25 malformed-line: Found \`(+54O1)\`; expected a delta like \`(+5401)\` or a time like \`(9871ms)\`. Left out.
      4:11 unsafe-integer: Found \`99999999999999999\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
    measured 1 from 6, max 3
      6 init 1 0ms
      6 lex 3 +2 1ms
    "
  `);
});

test.each(["tc pool: 12 MB", "something else", ""])("%j is known to no rule", (body) => {
  expect(readMemLine(` ${body}`, false).type).toBe("unknown");
});

test.each([
  "typecheck: 5776",
  "typecheck: 5776 M",
  "typecheck:",
  "typech",
  "tc interner.strings: 304",
  "tc registry: a=1 b=2",
])("%j is not read at a cut, since it may have gone on", (body) => {
  expect(listCut(`\n[mem] ${body}\n`)).toContain("cut-line");
  expect(readMemLine(` ${body}`, true)).toMatchObject({ type: "unreadable", fault: { code: "cut-line" } });
});

test("a reading that is whole counts at a cut, without what is not", () => {
  expect(listCut("\n[mem] typecheck: 5776 MB (+54\n")).toMatchInlineSnapshot(`
    "
    1 lines = 1 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 5776
      0 typecheck 5776
      0:25 cut-line: Found \`(+54\` and no line end; expected a closing bracket. The figure was cut off and is left out.
    "
  `);
  expect(listCut("\n[mem] typecheck: 5776 MB\n")).toContain("1 records");
});

test("a line of 64 KB is read in no time, whatever it is made of", () => {
  const parts = [" ", "(", "a", "a_", ":", "~", "5", "a:", "( ", "~ ", "=", "x=1 "];
  const start = performance.now();
  for (const part of parts) {
    for (const head of ["", " a:", " a:~", " a: 5 MB "]) {
      readMemLine(head + part.repeat(60_000 / part.length), false);
    }
  }
  expect(performance.now() - start).toBeLessThan(2000);
});

test("figures with a rate, a whole or another state behind them are no readings", () => {
  for (const line of [
    "y: 5 MB/s",
    "z: 50 MB of 100 MB",
    "typecheck: 5401 MB → 737 MB (-86%)",
    "peak: 12.47 GB",
  ]) {
    expect(readMemLine(` ${line}`, false)).toMatchObject({
      type: "unreadable",
      fault: { code: "malformed-line" },
    });
  }
});

test("a phase's figure without its unit is no count, and a clock is none either", () => {
  expect(readMemLine(" typecheck: 5776", false).type).toBe("unreadable");
  expect(readMemLine(" 12:34", false).type).toBe("unknown");
  expect(readMemLine(" at 12:34:56", false).type).toBe("unknown");
  expect(readMemLine(" see http://x:8080", false).type).toBe("unknown");
  expect(readMemLine(" tc interner.strings:3042", false).type).toBe("counts");
});

test("what can be nothing else needs no colon", () => {
  expect(readMemLine(" typecheck 5776 MB (+5401)", false)).toMatchObject({ type: "phase" });
  expect(readMemLine(" peak 12473 MB", false)).toMatchObject({ type: "peak" });
  expect(readMemLine(" Peak RSS: 12470 MB", false)).toMatchObject({ type: "peak" });
  expect(readMemLine(" pool 12 MB", false)).toMatchObject({ type: "unknown" });
});
