import { describe, expect, test } from "vitest";
import { looksLikeMemoryLog } from "#core/log/looksLikeLog";
import { fixtureBytes } from "../../support/logs.ts";

const READING = "[mem] typecheck: 5776 MB (+5401) (9871ms)";

describe("is a log", () => {
  test.each([
    "before-fix.log",
    "baseline-ca2f64fc.log",
    "pasted-expectation.log",
    "phase3b-functions.log",
    "phase3b-kinds.log",
  ])("%s", (name) => {
    expect(looksLikeMemoryLog(new TextDecoder().decode(fixtureBytes(name)))).toBe(true);
  });

  test.each([
    ["one entry in the first line", READING],
    ["below blank lines", `\n  \n${READING}`],
    ["without a line end, cut short", "[mem] typecheck: 5776 MB (+54"],
    ["two entries between other lines", `Compiling\n${READING}\nwarning: x\n[mem-fn] +93  MB: a$b\n`],
    ["two kind lines", "Compiling\n[kind 1009] +5764 MB / 69186 stmts\nx\n[kind 9] +1 MB / 2 stmts"],
    ["own lines", "Compiling\n[mem-kind] phase=mir kind=9 total=5\nx\n[mem-cp] fn=a index=1\n"],
    ["timestamps before the tags", `Run\n2026-04-15T12:00:00.123Z ${READING}\n12:00:01 INFO ${READING}`],
    ["another program's prefix", `Run\nmake build: ${READING}\nweb-1  | ${READING}`],
    ["colours", `Run\n\u001b[31m[mem]\u001b[0m typecheck: 5776 MB\n\u001b[1;32m${READING}\u001b[m`],
    ["expectations", "# Expected:\n#   [mem] mir: ~14400 MB (+7500)\n#   [mem] codegen: ~12500 MB peak"],
    ["CRLF", `Run\r\n${READING}\r\n${READING}\r\n`],
  ])("%s", (_, text) => {
    expect(looksLikeMemoryLog(text)).toBe(true);
  });
});

describe("is none", () => {
  test.each([
    ["nothing", ""],
    ["another program's log", "12:00 INFO started\n12:01 WARN [memory] 5 MB\n[kindly] +5 MB / 3 x\n"],
    ["one entry somewhere", `Compiling\n${READING}\ndone`],
    ["state counts alone", "[mem] tc interner.strings: 3042\n[mem] global interner.strings: 32964"],
    ["the source of a probe", '  eputs("[kind #{i}] +#{total / 1048576} MB / #{n} stmts")\n'.repeat(3)],
    ["source with whole lines in strings", `  puts("${READING}")\n`.repeat(3)],
    ["prose with quoted lines", `The line \`${READING}\` says more than \`[mem-fn] +93 MB: a\`.\n`.repeat(3)],
    ["prose without quotes", `After the fix ${READING} was seen.\n`.repeat(3)],
    ["prose that names tags", "Use `[mem-fn]` lines, or [mem] and [kind N] ones.\n".repeat(3)],
    ["lines that cannot be read", "[mem-fn] 93: a\n[mem] typecheck: much\n[kind x] +1 MB / 2"],
  ])("%s", (_, text) => {
    expect(looksLikeMemoryLog(text)).toBe(false);
  });
});

test("64 KB of anything cost next to nothing", () => {
  const nasty = ["[mem-fn]", "[mem] a", "[kind ", "\u001b[", " ", "+"].map((part) =>
    part.repeat(65_536 / part.length),
  );
  const from = performance.now();
  for (const text of nasty) {
    looksLikeMemoryLog(text);
    looksLikeMemoryLog(`${text}\n`.repeat(2));
  }
  expect(performance.now() - from).toBeLessThan(500);
});
