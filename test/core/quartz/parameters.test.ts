import { expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { findParameters, skipTypeParameters } from "#core/quartz/parameters";

test.each([
  ["()", ""],
  ["(self)", "self"],
  ["(a: Int, b: Map<K, V>, c: Fn(Int, Int): Int)", "a b c"],
  ["<T: Ord, U>(a: T, b: U)", "a b"],
  ["(a: Int = f(1, 2), b: Bool = x < y, c: Int)", "a b c"],
  ["(\n  a: Int,\n  b: Int,\n)", "a b"],
  ["(fmt: Ptr, ...)", "fmt"],
  ["(a: Vec<Int>= x, b: Int)", "a b"],
  ["(0)", "0"],
  [": Int", ""],
  ["(a: Int", "a"],
])("parameters of %j: %s", (text, expected) => {
  const tokens = lex(`f${text}`);
  const names = findParameters(tokens, 1, tokens.count).map((at) => tokens.textOf(at));
  expect(names.join(" ")).toBe(expected);
});

test("type parameters are skipped, also nested ones; nothing is where there are none", () => {
  const tokens = lex("f<T: Eq<U>>(x)");
  expect(tokens.textOf(skipTypeParameters(tokens, 1, tokens.count))).toBe("(");
  expect(skipTypeParameters(tokens, 0, tokens.count)).toBe(0);
});
