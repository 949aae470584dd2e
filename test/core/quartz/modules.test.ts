import { expect, test } from "vitest";
import { isRootSource, mangledName, moduleOf } from "#core/quartz/modules";
import { readSource } from "#core/quartz/readSource";

test.each([
  ["std/ffi/socket.qz", "socket"],
  ["/base/error/mod.qz", "error"],
  ["C:\\src\\middle\\typecheck.qz", "typecheck"],
  ["main.qz", "main"],
])("%s is module %s", (path, module) => {
  expect(moduleOf(path)).toBe(module);
});

test("types have no mangled name, methods bear their type's, root functions their own", () => {
  const { symbols } = readSource(
    "struct Point\n  x: Int\nend\n\ndef area(p: Point): Int = 1\n\nextend Point\n  def len(self): Int = 1\nend\n",
  );
  const names = (isRoot: boolean) => symbols.map((symbol) => mangledName(symbol, "geo", isRoot));
  expect(names(false)).toEqual([null, "geo$area", "Point$len"]);
  expect(names(true)).toEqual([null, "area", "Point$len"]);
});

test("only a top-level main makes a file a root", () => {
  expect(isRootSource(readSource("def main()\nend\n"))).toBe(true);
  expect(isRootSource(readSource("def outer()\n  def main()\n  end\nend\n"))).toBe(false);
});
