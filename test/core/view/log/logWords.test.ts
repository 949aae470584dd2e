import { describe, expect, test } from "vitest";
import { type LogWord, wordAt, wordsOf } from "#core/view/log/logWords";

/** Each word as the line's text that it covers, and what it stands for. */
function words(line: string): readonly string[] {
  return wordsOf(line).map((word) => `${line.slice(word.from, word.to)} → ${meaning(word)}`);
}

function meaning(word: LogWord): string {
  switch (word.type) {
    case "function":
    case "phase":
      return `${word.type} ${word.name}`;
    case "kind":
      return `kind ${word.number} of ${word.dispatcher}`;
    case "place":
      return `line ${word.source.line} of ${word.source.file}`;
  }
}

describe("lines of the compiler", () => {
  test.each([
    ["[mem] typecheck: 5776 MB (+5401)  (9871ms)", ["typecheck → phase typecheck"]],
    ["#   [mem] mir:       ~14400 MB (+7500)", ["mir → phase mir"]],
    ["[mem-fn] +93  MB: a$b", ["a$b → function a$b"]],
    [
      "[mem-fn] +93 MB: Map<String, Int>$get   ← here",
      ["Map<String, Int>$get → function Map<String, Int>$get"],
    ],
    ["[mem-fn] ~+93 MB: a # once", ["a → function a"]],
    ["[kind 1009] +5764 MB / 69186 stmts", ["[kind 1009] → kind 1009 of undefined"]],
    ["[mem] init: 1 MB [mem-fn] +9 MB: a$b", ["init → phase init", "a$b → function a$b"]],
    ['12:00 x "[mem-fn] +9 MB: a$b" was it', ["a$b → function a$b"]],
  ])("%s", (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});

describe("lines of our own", () => {
  test.each([
    ["[mem-fn] phase=mir fn=a$b total=5", ["a$b → function a$b"]],
    [
      "[mem-kind] phase=mir dispatcher=mir_lower_expr kind=9 self=1 total=2 calls=3",
      ["9 → kind 9 of mir_lower_expr"],
    ],
    [
      "[mem-cp] fn=a$b index=1 at=middle/x.qz:12",
      ["a$b → function a$b", "middle/x.qz:12 → line 11 of middle/x.qz"],
    ],
    ['[mem-cp] fn=a$b index=1 label="b fn=c"', ["a$b → function a$b"]],
    ["[mem-callee] fn=a$b caller=c$d total=1", ["a$b → function a$b", "c$d → function c$d"]],
    ['[mem-site] at="my file.qz:3" what=lambda', ['"my file.qz:3" → line 2 of my file.qz']],
    ["[mem-site] at=x.qz:0", []],
    ["[mem-event] fn=a edge=enter rss=5", ["a → function a"]],
    ["[mem-callee] fn=a fn=b", []],
  ])("%s", (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});

describe("nothing to point at", () => {
  test.each([
    "[mem] tc interner.strings: 3042",
    "typecheck: 5776 MB",
    "[mem-fn] 93: a",
    "[mem-new] a: 5 MB",
    "...153 total functions leaked >8 MB each...",
    "",
  ])("%s", (line) => {
    expect(words(line)).toEqual([]);
  });
});

test("colours and marks without width are no part of a name, and count in columns", () => {
  const line = "\u001b[31m[mem-fn]\u001b[0m +93\u00a0MB: \u200ba$\u001b[1mb\u001b[0m";
  const [word] = wordsOf(line);
  expect(word).toMatchObject({ type: "function", name: "a$b" });
  expect(line.slice(word?.from, word?.to)).toBe("a$\u001b[1mb");
});

test("a place beside a word belongs to it", () => {
  const line = "[mem-fn] +9 MB: a$b";
  expect([15, 16, 19].map((at) => wordAt(line, at)?.type)).toEqual([undefined, "function", "function"]);
});

test("long lines are refused, and nothing that fits takes long", () => {
  expect(wordsOf(`[mem-fn] +9 MB: ${"a".repeat(70_000)}`)).toEqual([]);
  const from = performance.now();
  for (const part of ["[mem-fn]", "[mem-fn] ", " ", "[mem] a:", "\u001b[", "`[mem]", "[mem-cp] a=b "]) {
    wordsOf(part.repeat(Math.floor(65_000 / part.length)));
    wordsOf(`[mem-fn]${" ".repeat(60_000)}x`);
    wordsOf(`[mem-fn] +9 MB: a${" ".repeat(60_000)}b`);
  }
  expect(performance.now() - from).toBeLessThan(2000);
});
