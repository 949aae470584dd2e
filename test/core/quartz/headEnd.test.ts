import { expect, test } from "vitest";
import { findHeadEnd } from "#core/quartz/headEnd";
import { lex } from "#core/quartz/lex";

/** What follows the head of a text that starts with `def`. */
function behindHead(text: string): string {
  const tokens = lex(text);
  const end = findHeadEnd(tokens, 1, 0);
  return JSON.stringify(tokens.text.slice(tokens.start(end)));
}

test.each([
  ["def f(a: Int = 1): Int\n  b\nend", '"\\n  b\\nend"'],
  ["def f(a: Int): Int = a", '"= a"'],
  ["def pi = 3", '"= 3"'],
  ["def f(); x; end", '"; x; end"'],
  ["def f(\n  a: Int,\n  b: Int\n): Int\n  c", '"\\n  c"'],
  ["def f(n) if n >= 5 = n", '"= n"'],
  ["def f(): Vec<Int>= x", '">= x"'],
  ["def f<T: Eq<A = B>>()\n  c", '"\\n  c"'],
  ["def f(): { x: Int }\n  c", '"\\n  c"'],
  ["def f() { c }", '"{ c }"'],
  ["def m(a) do\n  c", '"do\\n  c"'],
  ["def X end", '"end"'],
  ["def f(", '""'],
  ["def f(\n  a: Int,\n  c\nend", '"\\n  a: Int,\\n  c\\nend"'],
  ["def f(a\ndef g()", '"\\ndef g()"'],
])("%j", (text, expected) => {
  expect(behindHead(text)).toBe(expected);
});
