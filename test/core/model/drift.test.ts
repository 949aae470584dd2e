import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { Memory } from "#core/model/drift";
import { takeSnapshot } from "#core/model/snapshot";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

type Files = Readonly<Record<string, string>>;

const fileOf = (uri: string): string => uri.replace("file:///", "");

/** `name: drift, where it is or was`, for each name of a log; lines from 1. */
function drifts(names: readonly string[], before: Files, after: Files): readonly string[] {
  const memory = new Memory(takeSnapshot(indexOf(before), "import", fileOf), fileOf);
  const lines = names.map((name) => `[mem-fn] +10 MB: ${name}\n`).join("");
  const model = modelOf(`${lines}[mem] t: 100 MB (+100) (1ms)`);
  return attribute(model, indexOf(after), memory).subjects.map(
    ({ name, drift, entry, lastSeen, resolution }) => {
      const now = entry && `${fileOf(entry.uri)}:${entry.symbol.range.start.line + 1}`;
      const was = lastSeen && `was ${lastSeen.file}:${lastSeen.line + 1}`;
      return `${name}: ${drift}, ${now ?? was ?? resolution.how}`;
    },
  );
}

const F = "def f(a: Int)\n  g(a)\nend\n";
const OTHER = "def f(a: Int)\n  h(a, 2)\nend\n";

describe("a function", () => {
  test.each<readonly [string, Files, Files, string]>([
    ["as it was", { "m.qz": F }, { "m.qz": F }, "m$f: same, m.qz:1"],
    ["further down", { "m.qz": F }, { "m.qz": `# x\n\n${F}` }, "m$f: same, m.qz:3"],
    ["edited", { "m.qz": F }, { "m.qz": OTHER }, "m$f: changed, m.qz:1"],
    ["edited and moved", { "m.qz": F }, { "m.qz": `\n${OTHER}` }, "m$f: changed, m.qz:2"],
    ["gone", { "m.qz": `\n${F}` }, { "m.qz": "" }, "m$f: gone, was m.qz:2"],
    ["gone with its file", { "a/m.qz": F }, {}, "m$f: gone, was a/m.qz:1"],
    ["in a file with another name", { "m.qz": F }, { "n.qz": F }, "m$f: same, n.qz:1"],
    ["in a renamed file, edited since", { "m.qz": F }, { "n.qz": OTHER }, "m$f: changed, n.qz:1"],
    ["in another folder", { "a/m.qz": F }, { "b/m.qz": F }, "m$f: same, b/m.qz:1"],
    ["new since", {}, { "m.qz": F }, "m$f: unknown, m.qz:1"],
    ["never there", {}, {}, "m$f: unknown, unknown"],
  ])("%s", (_, before, after, expected) => {
    expect(drifts(["m$f"], before, after)).toEqual([expected]);
  });

  test("is not another one that always had the name elsewhere, even with the same code", () => {
    expect(drifts(["m$f"], { "m.qz": F, "n.qz": F }, { "n.qz": F })).toEqual(["m$f: gone, was m.qz:1"]);
  });

  test("moved among others of its bare name is found by its code", () => {
    expect(
      drifts(["m$f"], { "m.qz": F, "n.qz": OTHER }, { "n.qz": OTHER, "o.qz": F, "p.qz": OTHER }),
    ).toEqual(["m$f: same, o.qz:1"]);
  });

  test("that could be either of two new ones is not guessed", () => {
    expect(drifts(["m$f"], { "m.qz": F }, { "o.qz": F, "p.qz": F })).toEqual(["m$f: unknown, ambiguous"]);
  });

  test("whose copy appears stays the one in its place", () => {
    expect(drifts(["m$f"], { "a/m.qz": F }, { "a/m.qz": F, "b/m.qz": OTHER })).toEqual([
      "m$f: same, a/m.qz:1",
    ]);
  });

  test("of a root file that is none any more keeps its mark under its new name", () => {
    const root = `def main()\n  f(1)\nend\n${F}`;
    expect(drifts(["f"], { "q.qz": root }, { "q.qz": F })).toEqual(["f: same, q.qz:1"]);
  });

  test("with clauses is changed when one is, or when one goes", () => {
    const second = "def f(b: Int)\n  2\nend\n";
    const before = { "m.qz": F + second };
    expect(drifts(["m$f"], before, { "m.qz": second + F })).toEqual(["m$f: same, m.qz:1"]);
    expect(drifts(["m$f"], before, { "m.qz": F + second.replace("2", "3") })).toEqual([
      "m$f: changed, m.qz:1",
    ]);
    expect(drifts(["m$f"], before, { "m.qz": F })).toEqual(["m$f: changed, m.qz:1"]);
  });

  test("with what the compiler appended to its name is followed too", () => {
    const names = ["m$f$12", "__Future_m$f$poll", "f$poll"];
    expect(drifts(names, { "m.qz": F }, { "n.qz": F })).toEqual(names.map((name) => `${name}: same, n.qz:1`));
    expect(drifts(names, { "m.qz": F }, {})).toEqual(names.map((name) => `${name}: gone, was m.qz:1`));
  });

  test("of a type stays itself wherever the type goes", () => {
    const type = "struct S\n  def f(self) = 1\nend\n";
    expect(drifts(["S$f"], { "m.qz": type }, { "n.qz": `\n${type}` })).toEqual(["S$f: same, n.qz:3"]);
  });

  test("of the runtime has no source to drift", () => {
    expect(drifts(["qz_alloc"], { "m.qz": F }, {})).toEqual(["qz_alloc: unknown, runtime"]);
  });
});

describe("compiler code", () => {
  const WALK = `def tc_expr(kind: Int)
  if kind == NODE_CALL
    return handlers::tc_call(kind)
  elsif kind == NODE_IDENT
    return 1
  end
end
`;
  const HANDLER = "def tc_call(kind: Int)\n  kind\nend\n";
  const before = { "walk.qz": WALK, "handlers.qz": HANDLER };

  function drift(after: Files, kinds = "[kind 1009] +50 MB / 10 stmts"): readonly string[] {
    const memory = new Memory(takeSnapshot(indexOf(before), "run", fileOf), fileOf);
    const model = modelOf(`${kinds}\n[mem] t: 100 MB (+100) (1ms)`);
    return attribute(model, indexOf(after), memory).handlers.map(
      ({ kind, drift: is, lastSeen, since }) =>
        `${kind.name} ${is} since ${since}${lastSeen ? ` was ${lastSeen.file}:${lastSeen.line + 1}` : ""}`,
    );
  }

  test.each<readonly [string, Files, string]>([
    ["as it was", before, "same since run"],
    ["moved", { "walk.qz": `\n${WALK}`, "x/handlers.qz": `\n\n${HANDLER}` }, "same since run"],
    [
      "the other branch edited",
      { ...before, "walk.qz": WALK.replace("return 1", "return 2") },
      "same since run",
    ],
    [
      "its branch edited",
      { ...before, "walk.qz": WALK.replace("(kind)\n  elsif", "(kind, 1)\n  elsif") },
      "changed since run",
    ],
    [
      "its handler edited",
      { ...before, "handlers.qz": HANDLER.replace("  kind", "  0") },
      "changed since run",
    ],
    ["its handler gone", { "walk.qz": WALK }, "changed since run"],
    ["its handler's file renamed", { "walk.qz": WALK, "h.qz": HANDLER }, "same since run"],
    ["its branch gone", { "handlers.qz": HANDLER }, "gone since run was walk.qz:2"],
  ])("%s", (_, after, expected) => {
    expect(drift(after)).toEqual([`NODE_CALL ${expected}`]);
  });

  test("a kind that nothing ever tested for is unknown", () => {
    expect(drift(before, "[kind 1001] +50 MB / 10 stmts")).toEqual([
      expect.stringMatching(/unknown since undefined$/),
    ]);
  });
});

test("without a memory nothing is claimed", () => {
  const { since, subjects } = attribute(modelOf("[mem-fn] +10 MB: m$f"), indexOf({ "m.qz": F }));
  expect([since, subjects[0]?.drift, subjects[0]?.lastSeen]).toEqual([undefined, "unknown", undefined]);
});
