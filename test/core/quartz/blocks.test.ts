import { describe, expect, test } from "vitest";
import { listing } from "./listing.ts";

/** Everything here is one function, with another right behind it. */
function isOneFunction(body: string): void {
  const text = `def f()\n${body}\nend\ndef after() = 1\n`;
  const last = text.split("\n").length - 1;
  expect(listing(text)).toEqual([`1-${last - 1} function f/0`, `${last} function after/0`]);
}

describe("openers and what looks like them", () => {
  test.each([
    ["  return if a.empty?\n  return 1 if b"],
    ["  x = if a\n    1\n  else\n    2\n  end"],
    ["  return if a\n    1\n  else\n    2\n  end"],
    ["  if a\n    b\n  elsif c\n    d\n  else\n    e\n  end"],
    ["  if a; b; else; c; end"],
    ["  while a do\n    b\n  end"],
    ["  while a\n    b\n  end"],
    ["  for x in xs do\n    y.each() do -> z end\n  end"],
    ['  task("hello", "x") do ->\n    go do -> w() end\n  end'],
    ["  items.each(do ->\n    q\n  end)"],
    ["  foo(a,\n      b) do ->\n    c\n  end"],
    ["  xs\n    .map() do ->\n      a\n    end\n    .filter() { it > 2 }"],
    ["  y = [n * n for n in 0..10 if n > 2]\n  z = [n\n    for n in xs\n    if n > 1]"],
    ["  match opt\n    Some(v) if v > 0 => use(v)\n    None => { a }\n    _ => if a; b; end\n  end"],
    ["  x = y.end + f(match: 1, end: 2) + :end"],
    ["  loop\n    break if x\n  end\n  loop = 1\n  select(1)"],
    ['  a = """\ndef no()\nend\n"""\n  b = "#{c("end")} end"  # end'],
    ["x = 1\nif y\nz\nend"],
  ])("%j", (body) => {
    isOneFunction(body);
  });
});

describe("endless definitions", () => {
  test.each([
    ["def f() = a +\n  1 +\n  2", 3],
    ["def f() = xs\n  .map(x -> x * 2)\n  |> sum()", 3],
    ["def f() = g(\n  1,\n  if a\n    2\n  end\n)", 6],
    ["def f() = match x\n  1 => 2\n  _ => 3\nend", 4],
    ["def f() =\n  if x\n    2\n  end", 4],
    ['def f() = run("x") do ->\n  a\nend', 3],
  ])("%j", (text, end) => {
    expect(listing(`${text}\ndef after() = 1`)).toEqual([
      `1-${end} function f/0`,
      `${end + 1} function after/0`,
    ]);
  });
});

describe("damage", () => {
  test.each([
    [
      "an end is missing",
      "def f()\n  if a\n    b\nend\ndef g()\nend",
      ["1-4 function f/0", "5-6 function g/0"],
    ],
    [
      "the last end is missing",
      "def f()\n  a\n\n@cfg(x)\ndef g()\nend",
      ["1-2 function f/0", "5-6 function g/0"],
    ],
    [
      "an end too many",
      "def f()\n  a\n  end\n  b\nend\ndef g()\nend",
      ["1-5 function f/0", "6-7 function g/0"],
    ],
    [
      "a method's end is missing",
      "impl T\n  def f()\n    a\n  def g()\n  end\nend",
      ["2-3 method T$f/0", "4-5 method T$g/0"],
    ],
    ["a head is cut off", "def f(\n  a: Int,\ndef g()\nend", ["1-2 function f/1", "3-4 function g/0"]],
    [
      "a misplaced statement",
      "def f()\n  a\nvar b = 1\n  c\nend\ndef g() = 1",
      ["1-5 function f/0", "6 function g/0"],
    ],
    ["only a keyword", "def\n  a\nend\ndef g() = 1", ["4 function g/0"]],
    [
      "no indentation",
      "impl T\ndef f()\nif a\nb\nend\nend\nend\ndef g() = 1",
      ["2-6 method T$f/0", "8 function g/0"],
    ],
  ])("%s", (_, text, expected) => {
    expect(listing(text)).toEqual(expected);
  });
});
