import { describe, expect, test } from "vitest";
import { listing } from "./listing.ts";

describe("an extern has a body if the next line is deeper", () => {
  test.each([
    ['extern "C" def f(x: Int): Int', ["1 extern f/1"]],
    ['extern "C" def f(x: Int): Int;\ndef g() = 1', ["1 extern f/1", "2 function g/0"]],
    ['extern "C" def f(x: Int): Int\n\n  # note\n  x\nend', ["1-5 function f/1"]],
    ['extern "C" def f(x: Int)\nend\n', ["1-2 function f/1"]],
    ['extern "C" def f(x: Int): Int = x', ["1 function f/1"]],
    ['extern "C" def f(); x; end', ["1 function f/0"]],
    ['extern "C"\ndef f()\nextern "C"\ndef g()\n  x\nend', ["1-2 extern f/0", "3-6 function g/0"]],
    ['extern "C"\n  def f()\n  def g()\n', ["1-2 extern f/0", "3 function g/0"]],
  ])("%j", (text, expected) => {
    expect(listing(text)).toEqual(expected);
  });
});

test("a signature in a trait has none unless the next line is deeper, or is its own end", () => {
  expect(
    listing(`trait Show
  def show(self): String
  def twice(self)
    x
  end
  def short(self): Int = 1
  def empty(self)
  end
  def last(self)
end`),
  ).toEqual([
    "1-10 trait Show",
    "2 method Show$show/1",
    "3-5 method Show$twice/1",
    "6 method Show$short/1",
    "7-8 method Show$empty/1",
    "9 method Show$last/1",
  ]);
});
