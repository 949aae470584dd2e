import { describe, expect, test } from "vitest";
import { type Code, hashCode, keepHashes } from "#core/quartz/code";
import { readSource } from "#core/quartz/readSource";

const CODE = `def f(a: Int): Int
  var text = "n #{a}"
  if a > 1
    return a
  end
  return g(text)
end`;

function hashesOf(text: string): readonly unknown[] {
  const { symbols, branches } = readSource(text);
  return [...symbols, ...branches].map(({ code }) => code?.hash);
}

describe("what changes nothing", () => {
  test.each([
    ["lines above and below", `# a\nconst A = 1\n\n${CODE}\n\ndef other()\nend\n`],
    ["an indent", CODE.replaceAll(/^/gm, "    ")],
    ["tabs", CODE.replaceAll("  ", "\t")],
    ["blanks at line ends", CODE.replaceAll("\n", "   \n")],
    ["blanks between tokens", CODE.replace("a > 1", "a  >  1").replace("f(a: Int)", "f( a : Int )")],
    ["blank lines", CODE.replaceAll("\n", "\n\n")],
    ["CRLF", CODE.replaceAll("\n", "\r\n")],
    ["a comment inside", CODE.replace("return a\n", "return a # as it is\n    # done\n")],
    ["an attribute above", `@inline\n${CODE}`],
  ])("%s", (_, text) => {
    expect(hashesOf(text)[0]).toBe(hashesOf(CODE)[0]);
  });

  test("CRLF inside a string over several lines", () => {
    const text = 'def f()\n  """\n  a\n  """\nend';
    expect(hashCode(text.replaceAll("\n", "\r\n"))).toBe(hashCode(text));
  });
});

describe("what is a change", () => {
  test.each([
    ["a number", CODE.replace("a > 1", "a > 2")],
    ["an operator", CODE.replace("a > 1", "a < 1")],
    ["a name", CODE.replace("g(text)", "h(text)")],
    ["a string", CODE.replace("n #", "m #")],
    ["blanks in a string", CODE.replace("n #", "n  #")],
    ["a hole in a string", CODE.replace("#{a}", "#{b}")],
    ["a statement less", CODE.replace("  return g(text)\n", "")],
    ["a statement more", CODE.replace("  return g(text)", "  h()\n  return g(text)")],
    ["a parameter", CODE.replace("f(a: Int)", "f(a: Int, b: Int)")],
    ["where a token ends", CODE.replace("return a\n", "returna\n")],
    ["code that became a comment", CODE.replace("    return a", "    # return a")],
  ])("%s", (_, text) => {
    expect(hashesOf(text)[0]).not.toBe(hashesOf(CODE)[0]);
  });
});

test("types have no code, branches have", () => {
  const text =
    "struct P\n  x: Int\nend\ndef tc(kind: Int)\n  if kind == NODE_CALL\n    f(kind)\n  end\nend\n";
  expect(hashesOf(text)).toEqual([undefined, expect.any(String), expect.any(String)]);
  expect(hashesOf(text.replace("f(kind)", "g(kind)"))[2]).not.toBe(hashesOf(text)[2]);
});

describe("hashes are kept over an edit", () => {
  const functions = (...numbers: readonly number[]): readonly Code[] =>
    readSource(numbers.map((number) => `def f()\n  ${number}\nend\n`).join("")).symbols.flatMap(
      ({ code }) => code ?? [],
    );
  const hashes = (all: readonly Code[]): readonly string[] => all.map(({ hash }) => hash);

  test.each([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [1, 2, 3],
      [1, 9, 3],
    ],
    [
      [1, 2, 3],
      [1, 3],
    ],
    [
      [1, 2, 3],
      [1, 2, 2, 3],
    ],
    [
      [1, 2, 3],
      [3, 2, 1],
    ],
    [
      [1, 1],
      [1, 1, 1],
    ],
    [[], [1]],
    [[1], []],
  ])("from %j to %j they are what they would be", (before, after) => {
    const known = functions(...before);
    hashes(known);
    const now = functions(...after);
    keepHashes(known, now);
    expect(hashes(now)).toEqual(hashes(functions(...after)));
  });

  test("code that differs takes nothing over", () => {
    const [one, other] = [functions(1)[0], functions(2)[0]];
    expect(one?.hash).not.toBe(other?.hash);
    expect(functions(2)[0]?.takeOver(one)).toBe(false);
    expect(functions(2)[0]?.takeOver(other)).toBe(true);
  });
});
