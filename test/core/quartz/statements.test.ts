import { expect, test } from "vitest";
import {
  countLines,
  findAtLevel,
  insideBraces,
  lastOfNested,
  splitStatements,
} from "#core/quartz/statements";
import { TOKEN } from "#core/quartz/tokens";
import { syntaxOf } from "./listing.ts";

const TEXT = "a = f(1,\n  2)\nif b\n  c\nelse\n  d\nend; e\n";

test("nested blocks and brackets belong to the statement that opens them", () => {
  const syntax = syntaxOf(TEXT);
  const { tokens } = syntax;
  const statements = splitStatements(syntax, { start: 0, end: tokens.count });
  const texts = statements.map(({ start, end }) =>
    tokens.text.slice(tokens.start(start), tokens.end(end - 1)),
  );
  expect(texts).toEqual(["a = f(1,\n  2)", "if b\n  c\nelse\n  d\nend", "e"]);
  expect(countLines(syntax, { start: 0, end: tokens.count })).toBe(7);
});

test("a block ends with its last clause", () => {
  const syntax = syntaxOf("if a\n  b\nelsif c\n  d\nend");
  expect(syntax.tokens.line(lastOfNested(syntax, 0))).toBe(4);
  expect(lastOfNested(syntax, 1)).toBe(1);
});

test("only the level of the span is searched", () => {
  const syntax = syntaxOf("f(x -> y) -> z");
  const at = findAtLevel(syntax, { start: 0, end: syntax.tokens.count }, TOKEN.arrow);
  expect(syntax.tokens.column(at)).toBe(10);
});

test("one pair of braces around a body is taken off", () => {
  const syntax = syntaxOf("{ a }");
  expect(insideBraces(syntax, { start: 0, end: 3 })).toEqual({ start: 1, end: 2 });
  expect(insideBraces(syntax, { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
});
