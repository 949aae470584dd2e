import { describe, expect, test } from "vitest";
import { skipString } from "#core/quartz/lexString";
import { readSource } from "#core/quartz/readSource";

/** What is skipped of a text that starts with a string. */
const skipped = (text: string): string => text.slice(0, skipString(text, 0));

describe("one string", () => {
  test.each([
    '""',
    '"a\\"b"',
    '"# no comment"',
    '"out = #{id("nested")}"',
    '"out = #{id(\\"nested }\\")}"',
    '"#{a}$#{b}"',
    '"#{f { x }} #{"#{"#{"deep"}"}"}"',
    "\"#{c == '\"' or c == '}'}\"",
    '"\\#{not a hole"',
    '"#{items.map(x ->\n  x)}"',
    '"""\ndef f()\n  "#{x}"\nend\n"""',
    '"""a""""',
    '"""#{ never closed """',
  ])("%j", (text) => {
    expect(skipped(`${text} + "rest"`)).toBe(text);
  });

  test("holes nest to any depth", () => {
    const text = `${'"#{'.repeat(1000)}1${'}"'.repeat(1000)}`;
    expect(skipped(`${text} x`)).toBe(text);
  });
});

describe("an unterminated string", () => {
  test.each([
    ["ends with its line", '"abc\ndef f()', '"abc'],
    ["ends with its line if a hole is open", '"a #{x", y)\n"', '"a #{x", y)'],
    ["ends with the text if it has three quotes", '"""abc\ndef f()\n', '"""abc\ndef f()'],
    ["goes on behind a backslash", '"a\\\r\nb" c', '"a\\\r\nb"'],
  ])("%s", (_, text, expected) => {
    expect(skipped(text)).toBe(expected);
  });
});

test("a string that a backslash carries over the file's last line end ends on its last line", () => {
  expect(skipString('"\\\n', 0)).toBe(2);
  expect(readSource('def e"\\\n').symbols.map(({ range }) => range.end.line)).toEqual([0]);
  expect(readSource("def t\n if==t::NODE_ or\n").branches.every(({ range }) => range.end.line < 2)).toBe(
    true,
  );
});
