import { expect, test } from "vitest";
import { readSource } from "#core/quartz/readSource";
import { indexOf } from "../../support/sources.ts";

const names = (index: ReturnType<typeof indexOf>, name: string): readonly string[] =>
  index.byMangledName(name).map(({ uri }) => uri);

test("a file that changes takes its old names with it", () => {
  const index = indexOf({ "a.qz": "def one()\nend\n" });
  index.set("file:///a.qz", "/a.qz", readSource("def two()\nend\n"));
  expect(names(index, "a$one")).toEqual([]);
  expect(names(index, "a$two")).toEqual(["file:///a.qz"]);
});

test("a deleted file leaves nothing behind", () => {
  const index = indexOf({ "a.qz": "def one()\nend\n", "b.qz": "def one()\nend\n" });
  index.delete("file:///a.qz");
  expect(names(index, "a$one")).toEqual([]);
  expect(index.byBareName("one").map(({ module }) => module)).toEqual(["b"]);
  expect([...index.files()].map(({ path }) => path)).toEqual(["/b.qz"]);
});

test("without a project file every file with a main is a root, with one only the named files are", () => {
  const main = "def main()\nend\n\ndef help()\nend\n";
  const index = indexOf({ "quartz.qz": main, "tool.qz": main });
  expect(names(index, "help")).toEqual(["file:///quartz.qz", "file:///tool.qz"]);
  index.setRoots(["file:///quartz.qz"]);
  expect(names(index, "help")).toEqual(["file:///quartz.qz"]);
  expect(names(index, "tool$help")).toEqual(["file:///tool.qz"]);
});
