import { expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { rangeOf } from "#core/quartz/positions";

test("a range ends behind its last token, in the line where that ends", () => {
  const tokens = lex('a = """x\r\ny"""\n');
  expect(rangeOf(tokens, 0, 2)).toEqual({ start: { line: 0, character: 0 }, end: { line: 1, character: 4 } });
  expect(rangeOf(tokens, 1, 1)).toEqual({ start: { line: 0, character: 2 }, end: { line: 0, character: 3 } });
});
