import { describe, expect, test } from "vitest";
import { diagnosticsOf, MAX_DIAGNOSTICS } from "#core/view/log/logDiagnostics";
import { pageOf } from "./logPage.ts";

/** `0 warning code: underlined text` */
function diagnostics(text: string): readonly string[] {
  const { log, lines } = pageOf(text);
  return diagnosticsOf(log.runs, lines).map(({ range: { start, end }, severity, code }) => {
    expect(start.line).toBe(end.line);
    return `${start.line} ${severity} ${code}: ${lines.at(start.line).slice(start.character, end.character)}`;
  });
}

describe("what is underlined", () => {
  test.each([
    ["the word found", "[mem-fn] +93 KB: a\n", ["0 warning malformed-line: KB:"]],
    ["the last word where something is missing", "[mem-fn] +93 MB:  \n", ["0 warning malformed-line: MB:"]],
    ["the number", "[mem] mir: 99999999999999 MB\n", ["0 warning unsafe-integer: 99999999999999"]],
    ["behind a prefix", "12:00 [mem-fn] +93 KB: a\n", ["0 warning malformed-line: KB:"]],
    ["behind colours", "\u001b[31m[mem-fn]\u001b[0m +93 KB: a\n", ["0 warning malformed-line: KB:"]],
    ["the whole line, cut", "[kind 9] +5 MB / 69", ["0 warning cut-line: [kind 9] +5 MB / 69"]],
    [
      "a figure in a pasted expectation",
      "# Expected:\n# [mem] mir: x5 MB\n",
      ["1 warning malformed-line: x5"],
    ],
  ])("%s", (_, text, expected) => {
    expect(diagnostics(text)).toEqual(expected);
  });

  test("from the tag to the end, for values that cannot be true", () => {
    const text = `[mem] init: 1 MB
  [mem-fn] +99999 MB: a$b  
[kind 9] +5 MB / 0 stmts
[kind 9] +99999 MB / 1 stmts
[mem] mir: 99 MB (+50)
`;
    expect(diagnostics(text)).toEqual([
      "1 warning absurd-delta: [mem-fn] +99999 MB: a$b",
      "2 warning count-zero: [kind 9] +5 MB / 0 stmts",
      "3 warning absurd-average: [kind 9] +99999 MB / 1 stmts",
      "4 information growth-mismatch: [mem] mir: 99 MB (+50)",
    ]);
  });
});

test("what the log only counts is told at the first line of its run", () => {
  const text = `[mem] init: 1 MB\n${"[mem-fn] +9 KB: a\n".repeat(1005)}`;
  const found = diagnosticsOf(pageOf(text).log.runs, pageOf(text).lines);
  expect(found).toHaveLength(1001);
  expect(found.at(-1)).toMatchObject({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 16 } },
    code: "further-problems",
    message: "Further problems from here on, not shown one by one: 5",
  });
});

test("a document never has more than the limit, and says how many are left", () => {
  const run = `[mem] init: 1 MB\n${"[mem-fn] +9 KB: a\n".repeat(900)}`;
  const page = pageOf(run.repeat(4));
  const found = diagnosticsOf(page.log.runs, page.lines);
  expect(found).toHaveLength(MAX_DIAGNOSTICS + 1);
  expect(found.at(-1)).toMatchObject({
    range: { start: { line: 1802 } },
    message: "Further problems from here on, not shown one by one: 1600",
  });
});
