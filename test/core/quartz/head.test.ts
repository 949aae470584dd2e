import { expect, test } from "vitest";
import { readHead } from "#core/quartz/head";
import { lex } from "#core/quartz/lex";

/** `kind name methodsOf arity`, `-` for what is undefined. */
function head(text: string): string {
  const tokens = lex(text);
  const found = readHead(tokens, 0, 0);
  const name = found?.name === undefined ? "-" : tokens.textOf(found.name);
  return found === undefined
    ? "none"
    : `${found.kind} ${name} ${found.methodsOf ?? "-"} ${found.parameters?.length ?? "-"}`;
}

test.each([
  ["def f<T>(a: T)", "function f - 1"],
  ["def empty?(self)", "function empty? - 1"],
  ["def Type::f(a)", "function f - 1"],
  ["def", "function - - 0"],
  ['extern "C" def f(a: Int)', "extern f - 1"],
  ['extern "C"\n  def f(a: Int)', "extern f - 1"],
  ['extern "C" variadic def f(a: Int)', "extern f - 1"],
  ['extern "C" var x', "none"],
  ["macro log(msg) do", "macro log - 1"],
  ["struct Pair<T, U>", "struct Pair Pair -"],
  ["packed struct(u32) Reg", "struct Reg Reg -"],
  ["packed = 1", "none"],
  ["type X = Int", "type X X -"],
  ["type = 1", "none"],
  ["trait Show: Eq", "trait Show Show -"],
  ["impl Iterator<Int> for Vec<T>", "holder - Vec -"],
  ["impl<T: Eq> Foo<T> for &mut ns::Bar<T>", "holder - Bar -"],
  ["impl !Send for X end", "holder - X -"],
  ["impl Vec<T>", "holder - Vec -"],
  ["extend String", "holder - String -"],
  ["extend = 1", "none"],
  ["const X = 1", "none"],
])("%s", (text, expected) => {
  expect(head(text)).toBe(expected);
});
