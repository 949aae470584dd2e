import { expect, test } from "vitest";
import { plainArguments, readCall } from "#core/quartz/calls";
import { syntaxOf } from "./listing.ts";

function call(text: string): string {
  const syntax = syntaxOf(text);
  const found = readCall(syntax, { start: 0, end: syntax.tokens.count });
  return found === undefined ? "none" : `${found.callee} (${plainArguments(syntax, found).join(" ")})`;
}

test.each([
  ["f(a, 1, b)", "f (a b)"],
  ["ns::f(a, g(b), c + d)", "ns::f (a)"],
  ["f<Int>(a)", "f (a)"],
  ["f(a)?", "f (a)"],
  ["await f(a)", "f (a)"],
  ["Ok(f(a))", "f (a)"],
  ["Ok(a)", "none"],
  ["f(a) + 1", "none"],
  ["f(a).g()", "none"],
  ["xs.push(a)", "none"],
  ["each(xs, x -> f(x))", "none"],
  ["f", "none"],
])("%s is %s", (text, expected) => {
  expect(call(text)).toBe(expected);
});
