import { describe, expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { mayOpen, opensBlock, startsAnew } from "#core/quartz/openers";
import { TOKEN } from "#core/quartz/tokens";

/** Asks about the first word that can open a block. */
function opens(text: string): boolean {
  const tokens = lex(text);
  const token =
    Array.from({ length: tokens.count }, (_, at) => at).find((at) => mayOpen(tokens.kind(at))) ?? -1;
  return opensBlock(tokens, { token, startsStatement: token === 0, lineIndent: 0 });
}

describe("opens a block", () => {
  test.each([
    "if a",
    "x = if a",
    "f(if a",
    "-> if a",
    "A => if a",
    "a + if b",
    "else if a",
    "f(x,\n  if a",
    "return if a\n  b\nend",
    "return if a; b; else; c; end",
    "return match x",
    "while a",
    "unless a\n  b",
    "loop do\n  b",
  ])("%j", (text) => {
    expect(opens(text)).toBe(true);
  });
});

describe("opens nothing", () => {
  test.each([
    "return 0 if a",
    "f(x) if a",
    "break if a",
    "return if a\nb",
    "x! if a",
    "end if a",
    "[n * n for n in xs]",
    "return type if a",
    "match = 1",
    "loop = 1",
    "select(a)\nb",
  ])("%j", (text) => {
    expect(opens(text)).toBe(false);
  });
});

test("statement words end a bracket that was never closed, names and comprehensions do not", () => {
  expect([TOKEN.def, TOKEN.return, TOKEN.if, TOKEN.attribute].map(startsAnew)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([TOKEN.name, TOKEN.for, TOKEN.type].map(startsAnew)).toEqual([false, false, false]);
});
