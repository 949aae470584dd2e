import { expect, test } from "vitest";
import { readSource } from "#core/quartz/readSource";
import { covered, listing } from "./listing.ts";

test("container, kind and arity", () => {
  expect(
    listing(`struct P
  x: Int
  def len(self): Int = 1
end
impl Iterator<Int> for Vec<T>
  def next(self): Option<T>
    def inner(a, b) = a
    x
  end
end
extend String
  private def empty?(self): Bool = true
end
def outer()
end`),
  ).toEqual([
    "1-4 struct P",
    "3 method P$len/1",
    "6-9 method Vec$next/1",
    "7 function inner/2",
    "12 method String$empty?/1",
    "14-15 function outer/0",
  ]);
});

test.each([
  ["  @weak private def f() = 1 # note", "def f() = 1"],
  ["@value struct f { x: Int }", "struct f { x: Int }"],
  ['extern "C"\ndef f(): CInt\n', 'extern "C"\ndef f(): CInt'],
  ["packed struct(u32) f\n  x: 2\nend\n", "packed struct(u32) f\n  x: 2\nend"],
  ["type f = binary {\n  x: u8\n}\n", "type f = binary {\n  x: u8\n}"],
  ["async def f()\nend", "def f()\nend"],
])("the range of %j goes from keyword to closing token", (text, expected) => {
  expect(covered(text, "f")).toEqual([expected]);
});

test("the name's range covers the name, with its question mark", () => {
  const [symbol] = readSource("def empty?(self) = 1").symbols;
  expect(symbol?.nameRange).toEqual({ start: { line: 0, character: 4 }, end: { line: 0, character: 10 } });
});
