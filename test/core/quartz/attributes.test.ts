import { expect, test } from "vitest";
import { skipAttribute } from "#core/quartz/attributes";
import { lex } from "#core/quartz/lex";

test.each([
  ["@weak def", "def"],
  ['@cfg(feature: "wasm") def', "def"],
  ["@a(b(c), d) def", "def"],
  ["@a (b) def", "("],
  ["@a(b\ndef", "("],
])("behind the attribute of %j stands %s", (text, expected) => {
  const tokens = lex(text);
  expect(tokens.textOf(skipAttribute(tokens, 0))).toBe(expected);
});
