import { expect, test } from "vitest";
import { deepestFolder, isBelow } from "#core/quartz/folders";
import { resolveName } from "#core/quartz/resolveName";
import { indexOf } from "../../support/sources.ts";

const MAIN = "def main()\nend\n\ndef help()\nend\n";

function twoFolders() {
  const index = indexOf({
    "a/lexer.qz": "def tokenize()\nend\n",
    "b/lexer.qz": "def tokenize()\nend\n\ndef only_b()\nend\n",
  });
  index.setFolders(["file:///a", "file:///b"]);
  return index;
}

const uriOf = (index: ReturnType<typeof twoFolders>, from: string, name: string): string => {
  const found = resolveName(index.around(from), name);
  return "entry" in found ? found.entry.uri : found.how;
};

test("a name means what it means in the folder of the log", () => {
  const index = twoFolders();
  expect(uriOf(index, "file:///a/mem.log", "lexer$tokenize")).toBe("file:///a/lexer.qz");
  expect(uriOf(index, "file:///b/mem.log", "lexer$tokenize")).toBe("file:///b/lexer.qz");
});

test("what only another folder has is found there", () => {
  expect(uriOf(twoFolders(), "file:///a/mem.log", "lexer$only_b")).toBe("file:///b/lexer.qz");
});

test("a log of no folder prefers none", () => {
  expect(uriOf(twoFolders(), "file:///tmp/mem.log", "lexer$tokenize")).toBe("ambiguous");
});

test("a whole name elsewhere comes before half a name here", () => {
  const index = indexOf({ "a/stack.qz": "def push()\nend\n", "b/list.qz": "def push()\nend\n" });
  index.setFolders(["file:///a", "file:///b"]);
  expect(uriOf(index, "file:///a/mem.log", "list$push")).toBe("file:///b/list.qz");
  expect(uriOf(index, "file:///a/mem.log", "queue$push")).toBe("file:///a/stack.qz");
});

test("each folder has root files of its own", () => {
  const index = indexOf({ "a/quartz.qz": MAIN, "a/tool.qz": MAIN, "b/other.qz": MAIN });
  index.setRoots(["file:///a/quartz.qz"], "file:///a");
  expect(index.byMangledName("help").map(({ uri }) => uri)).toEqual([
    "file:///a/quartz.qz",
    "file:///b/other.qz",
  ]);
  index.setRoots([], "file:///a");
  expect(index.byMangledName("help")).toHaveLength(3);
});

test("a folder holds what lies below it, not what begins like it", () => {
  expect(isBelow("file:///a/b/c.qz", "file:///a")).toBe(true);
  expect(isBelow("file:///ab/c.qz", "file:///a")).toBe(false);
  expect(deepestFolder("file:///a/b/c.qz", ["file:///a/b", "file:///a"])).toBe("file:///a/b");
  expect(deepestFolder("file:///x.qz", ["file:///a"])).toBeUndefined();
});
