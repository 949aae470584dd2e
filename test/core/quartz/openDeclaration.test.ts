import { expect, test } from "vitest";
import { syntaxOf } from "./listing.ts";

test.each([
  ["block", "def f()\n  a\nend\nb", "def f()\n  a\nend"],
  ["endless", "def f() = a\nb", "def f() = a"],
  ["braces", "struct P { x: Int }\nb", "struct P { x: Int }"],
  ["do", "macro m(x) do\n  a\nend\nb", "macro m(x) do\n  a\nend"],
  ["none", "type T\nb", "type T"],
  ["empty", "impl !Send for X end\nb", "impl !Send for X end"],
])("a body of the form %s", (_, text, expected) => {
  const { tokens, declarations } = syntaxOf(text);
  const [{ first, last } = { first: 0, last: 0 }] = declarations;
  expect(tokens.text.slice(tokens.start(first), tokens.end(last))).toBe(expected);
});

test("a declaration knows what directly holds it", () => {
  const { declarations } = syntaxOf("impl A\n  def f()\n    def g() = 1\n  end\nend\ndef h() = 1");
  const parents = declarations.map(({ parent }) =>
    parent === undefined ? -1 : declarations.indexOf(parent),
  );
  expect(parents).toEqual([-1, 0, 1, -1]);
});
