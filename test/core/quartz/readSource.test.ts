import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Position } from "#core/base/range";
import { readSource } from "#core/quartz/readSource";
import type { SourceFile, SourceSymbol } from "#core/quartz/source";
import { listing, withoutLine } from "./listing.ts";

const WORKSPACE = join(import.meta.dirname, "../../../demo/workspace");

const SOURCE = `# One of everything.
import std/iter

const NODE_CALL = 9

@value
struct Point
  x: Int
  y: Int
end

trait Shape
  def area(self): Int
  def twice(self): Int
    self.area() * 2
  end
end

impl Shape for Point
  def area(self): Int = self.x * self.y

  def grow(self, by: Int): Void
    while self.x < by
      self.x += 1 if self.y > 0
    end
  end
end

extern "C" def clock(): CInt

extern "C" def tick(n: Int): CInt
  return clock() + n
end

def dispatch(
  kind: Int,
  node: Int
): Int
  if kind == NODE_CALL
    return handle(node)
  elsif kind == NODE_IF
    items.each() do ->
      puts("#{it} #{f("end")}")
    end
  end
  return 0
end

def handle(node: Int): Int
  x = match node
    1 => if node > 0
      2
    end
    _ => 3
  end
  return x
end

def last() = 1
`;

describe("damage costs the function it is in and at most one more", () => {
  const before = readSource(SOURCE).symbols;
  const lineNumbers = SOURCE.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [index]));

  test.each(lineNumbers)("without line %i", (line) => {
    const after = readSource(withoutLine(SOURCE, line));
    const found = new Set(after.symbols.map((symbol) => place(symbol, 0, 0)));
    const lost = before.filter((symbol) => !contains(symbol, line) && !found.has(place(symbol, line, 1)));
    expect(lost.map(({ name }) => name).slice(1)).toEqual([]);
    expectSound(after);
  });
});

test("line ends make no difference", () => {
  for (const lineEnd of ["\r\n", "\r"]) {
    expect(readSource(SOURCE.replaceAll("\n", lineEnd))).toEqual(readSource(SOURCE));
  }
});

test("every beginning and every end of a file can be read", () => {
  for (let at = 0; at < SOURCE.length; at++) {
    expectSound(readSource(SOURCE.slice(0, at)));
    expectSound(readSource(SOURCE.slice(at)));
  }
});

test("a match of any length can be read", () => {
  const arms = 20_000;
  expect(readSource(`def f(k)\nmatch k\n${"NODE_A => a\n".repeat(arms)}end\nend`).branches).toHaveLength(
    arms,
  );
});

test.each(["if ", "def f(\n", "match x\n", "NODE_A => ", "if k == NODE_A or ", "([{", "end\n", "x = \n"])(
  "%j over and over is read to its end",
  (unit) => {
    expectSound(readSource(`def f()\nmatch k\n${unit.repeat(Math.ceil(60_000 / unit.length))}`));
  },
);

const FILES = readdirSync(WORKSPACE, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".qz"),
);

test.each(FILES)("demo: %s", (path) => {
  const text = readFileSync(join(WORKSPACE, path), "utf8");
  const file = readSource(text);
  expectSound(file);
  const lines = text.split("\n");
  for (const { range, name } of file.symbols) {
    const first = lines[range.start.line] ?? "";
    const last = lines[range.end.line] ?? "";
    const isBlock = last.trimStart().startsWith("end");
    expect(isBlock ? indentOf(last) : indentOf(first), name).toBe(indentOf(first));
  }
  expect(listing(text)).toEqual(listing(text.replaceAll("\n", "\r\n")));
});

/** Ranges lie in the file, and nest or are disjoint. */
function expectSound(file: SourceFile): void {
  expect([...badRanges(file), ...crossings(file.symbols)]).toEqual([]);
}

function badRanges({ symbols, branches, lineCount }: SourceFile): readonly unknown[] {
  return [...symbols, ...branches].filter(
    ({ range }) => compare(range.start, range.end) >= 0 || range.end.line >= lineCount,
  );
}

function crossings(symbols: readonly SourceSymbol[]): readonly SourceSymbol[] {
  const ends: Position[] = [];
  return symbols.filter(({ range }) => {
    while (ends.length > 0 && compare(ends.at(-1) ?? range.end, range.start) <= 0) {
      ends.pop();
    }
    const around = ends.at(-1) ?? range.end;
    ends.push(range.end);
    return compare(range.end, around) > 0;
  });
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function contains({ range }: SourceSymbol, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}

/** Name and lines, as they are once `gone` lines at `line` are taken out. */
function place({ name, range }: SourceSymbol, line: number, gone: number): string {
  const moved = [range.start.line, range.end.line].map((at) => (at > line ? at - gone : at));
  return `${name} ${moved.join("-")}`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
