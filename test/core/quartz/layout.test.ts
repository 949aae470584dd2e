import { describe, expect, test } from "vitest";
import { hasElseOnLine, isContinued, isFollowedByDeeperLine, lastBefore } from "#core/quartz/layout";
import { lex } from "#core/quartz/lex";
import { TOKEN, type Tokens } from "#core/quartz/tokens";

function lineEnd(tokens: Tokens): number {
  return (
    Array.from({ length: tokens.count }, (_, at) => at).find((at) => tokens.kind(at) === TOKEN.newline) ?? -1
  );
}

describe("the statement goes on", () => {
  test.each([
    ["a +\nb", true],
    ["a =\nb", true],
    ["a\n  .b", true],
    ["a\n  |> b", true],
    ["a and\nb", true],
    ["a\nor b", true],
    ["Vec<Int>\nb", false],
    ["a!\nb", false],
    ["a\n-b", false],
    ["a\nnot b", false],
  ])("%j: %s", (text, expected) => {
    const tokens = lex(text);
    expect(isContinued(tokens, lineEnd(tokens))).toBe(expected);
  });
});

test.each([
  ["return if a\n  b", true],
  ["return if a\nb", false],
  ["return if f(a,\n    b)\nc", false],
  ["return if f(a,\nb)\n  c", true],
  ["return if a", false],
])("a deeper line follows %j: %s", (text, expected) => {
  expect(isFollowedByDeeperLine(lex(text), 1, 0)).toBe(expected);
});

test("an else counts on its own line only", () => {
  expect(hasElseOnLine(lex("if a; b; else; c; end"), 0)).toBe(true);
  expect(hasElseOnLine(lex("if a\nelse"), 0)).toBe(false);
});

test("the last token before another is no line end", () => {
  expect(lastBefore(lex("a\n\nb"), 2)).toBe(0);
  expect(lastBefore(lex("a b"), 1)).toBe(0);
});
