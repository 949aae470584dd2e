import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { type MatchReport, matchReport } from "#core/model/matchReport";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const SOURCES = {
  "a/quartz.qz": "def main()\nend\n\ndef compile()\nend\n",
  "a/lexer.qz": "def tokenize()\nend\n",
  "a/types.qz": "impl Parser\n  def next(self)\n  end\nend\n",
  "b/only_here.qz": "def walk()\nend\n",
};

function report(names: readonly string[], files: Readonly<Record<string, string>> = SOURCES): MatchReport {
  const index = indexOf(files);
  const lines = names.map((name) => `[mem-fn] +9 MB: ${name}`);
  const log = ["[mem] init: 1 MB current (0ms)", ...lines, "[mem] typecheck: 901 MB (+900) (9ms)"];
  const folders = ["file:///a", "file:///b"];
  index.setFolders(folders);
  return matchReport(
    attribute(modelOf(log.join("\n")), index.around("file:///a/mem.log")),
    index,
    "file:///a",
  );
}

test("all names are there: nothing to say", () => {
  expect(report(["lexer$tokenize", "compile", "Parser$next"])).toEqual({
    of: "functions",
    matched: 3,
    all: 3,
    elsewhere: 0,
    isLittle: false,
    reason: undefined,
  });
});

describe("the likely reason", () => {
  const cases: readonly (readonly [string, readonly string[], MatchReport["reason"]])[] = [
    ["modules are there, functions are not", ["lexer$gone", "Parser$gone"], "otherCommit"],
    ["modules are not there", ["mir_lower$lower", "resolver$resolve"], "otherRoot"],
    ["names without a module", ["start", "finish"], "rootFile"],
    ["missing modules, and a root file that is another one", ["mir_lower$lower", "start"], "otherRoot"],
    ["most are of modules that are there", ["lexer$a", "lexer$b", "lexer$c", "nowhere$d"], "otherCommit"],
    ["as many of either", ["lexer$a", "nowhere$d"], "otherRoot"],
  ];
  test.each(cases)("%s", (_, names, reason) => {
    expect(report(names)).toMatchObject({ matched: 0, all: names.length, isLittle: true, reason });
  });
});

test("a quarter is enough, less is little", () => {
  const gone = ["x$a", "x$b", "x$c"];
  expect(report(["compile", ...gone]).isLittle).toBe(false);
  expect(report(["compile", ...gone, "x$d"]).isLittle).toBe(true);
});

test("names of the runtime count neither way", () => {
  expect(report(["qz_alloc", "compile"])).toMatchObject({ matched: 1, all: 1 });
});

test("an ambiguous name is there", () => {
  const files = { "a/one.qz": "def twice()\nend\n", "a/two.qz": "def twice()\nend\n" };
  expect(report(["other$twice"], files)).toMatchObject({ matched: 1, all: 1, isLittle: false });
});

test("what only another folder has is counted apart", () => {
  expect(report(["compile", "only_here$walk"])).toMatchObject({ matched: 2, all: 2, elsewhere: 1 });
});

test("a log of kinds alone is judged by the branches that test for them", () => {
  const log = "[kind 1009] +5764 MB / 69186 stmts\n[mem] typecheck: 901 MB (+900) (9ms)\n";
  const index = indexOf({ "lexer.qz": "def tokenize()\nend\n" });
  expect(matchReport(attribute(modelOf(log), index), index, undefined)).toMatchObject({
    of: "kinds",
    matched: 0,
    all: 1,
    isLittle: true,
    reason: undefined,
  });
});

test("a log of phases alone misses nothing", () => {
  const index = indexOf(SOURCES);
  const model = modelOf("[mem] typecheck: 901 MB (+900) (9ms)\n");
  expect(matchReport(attribute(model, index), index, undefined)).toMatchObject({ all: 0, isLittle: false });
});
