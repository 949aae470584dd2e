import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresAt, type LineFigure } from "#core/view/log/lineFigures";
import { type LogWord, wordAt, wordsOf } from "#core/view/log/logWords";
import { functionLine, kindLine, phaseLine } from "../../../support/logLines.ts";
import { ownLine } from "../../../support/ownLines.ts";
import { pageOf } from "./logPage.ts";

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

describe("whatever the reader finds in a line, however it is written, is a word of it", () => {
  const line = fc.oneof(functionLine, kindLine, phaseLine, ownLine).map(({ text }) => text);

  test("names, kinds, phases and places", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (texts) => {
        const { log, lines } = pageOf(`${texts.join("\n")}\n`);
        for (let at = 0; at < lines.count; at++) {
          const found = new Set(wordsOf(lines.at(at)).map(meaning));
          const missing = figuresAt(log, at)
            .flatMap(wordsFor)
            .filter((word) => !found.has(word));
          expect(missing, JSON.stringify(lines.at(at))).toEqual([]);
        }
      }),
      { seed: 20_260_415, numRuns: 300 },
    );
  });

  /** The words that must stand on the line of a figure, as `meaning` says them. */
  function wordsFor(figure: LineFigure): readonly string[] {
    const { run } = figure;
    switch (figure.type) {
      case "phase":
        return [`phase ${figure.phase.name}`];
      case "function":
        return [`function ${run.functions.names[run.functions.name[figure.row] ?? -1]}`];
      case "kind":
        return [`kind ${run.kinds.number[figure.row]} of undefined`];
      case "event":
        return [`function ${run.events.places[run.events.place[figure.row] ?? -1]?.name}`];
      case "probe": {
        const { place } = figure;
        const names = [
          place.type === "function" || place.type === "callee" ? place.name : undefined,
          place.type === "callee" ? place.caller : undefined,
          place.type === "checkpoint" || place.type === "site" ? place.function : undefined,
        ];
        const source = place.type === "checkpoint" || place.type === "site" ? place.source : undefined;
        return [
          ...names.flatMap((name) => (name === undefined ? [] : [`function ${name}`])),
          ...(source === undefined ? [] : [`line ${source.line} of ${source.file}`]),
          ...(place.type === "kind" ? [`kind ${place.number} of ${place.dispatcher}`] : []),
        ];
      }
    }
  }
});
