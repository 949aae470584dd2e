import { describe, expect, test } from "vitest";
import type { Attribution, SubjectFigure } from "#core/model/attribution";
import { attribute } from "#core/model/attribution";
import type { Grouping, SortOrder } from "#core/view/growthRow";
import { growthTree } from "#core/view/growthTree";
import { logSources } from "#core/view/log/logSources";
import { rowOf, type TreeNode } from "#core/view/tree/treeNode";
import type { TreeSource } from "#core/view/tree/treeSource";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const index = indexOf({
  "m.qz": "def long(a: Int)\n  1\n  2\n  3\nend\n\ndef short(a: Int) = a\n",
  "net/mod.qz": "async def fetch(url: String)\n  1\nend\n",
  "a/q.qz": "def task()\nend\n",
  "b/q.qz": "def task()\nend\n",
  "walk.qz":
    "def tc_expr(node: Int)\n  var kind = ast::ast_get_kind(node)\n  if kind == NODE_CALL\n    return call(node)\n  end\nend\n\ndef call(node: Int)\n  1\nend\n",
});

function sourceOf(log: string, change: (figure: SubjectFigure) => SubjectFigure = same): TreeSource {
  const model = modelOf(log);
  const plain = attribute(model, index);
  const attribution: Attribution = { ...plain, subjects: plain.subjects.map(change) };
  const sources = logSources(index, () => new Map());
  return { model, attribution, sources, folders: ["file://"], locale: "en" };
}

function same(figure: SubjectFigure): SubjectFigure {
  return figure;
}

function text(nodes: readonly TreeNode[], indent = ""): readonly string[] {
  return nodes.flatMap((node) => {
    const { label, description } = rowOf(node);
    const line = `${indent}${label}${description && ` | ${description}`}`;
    return [line, ...text(node.children, `${indent}  `)];
  });
}

function rows(
  log: string,
  { grouping = "function", order = "growth" }: { grouping?: Grouping; order?: SortOrder } = {},
): readonly string[] {
  return text(growthTree(sourceOf(log), { grouping, order }));
}

const LOG = "[mem-fn] +50 MB: m$long\n[mem-fn] +20 MB: m$short\n[mem] t: 100 MB (+100) (1ms)";

const KINDS =
  "[mem] a: 10 MB (+10) (1ms)\n[mem-fn] +50 MB: m$long\n[kind 1009] +90 MB / 10 stmts\n[kind 1006] +5 MB / 100 stmts\n[kind 25] +7 MB / 3 stmts\n[mem] t: 110 MB (+100) (2ms)\n[mem-fn] +40 MB: m$long\n[mem-fn] +20 MB: m$short\n[mem] mir: 170 MB (+60) (3ms)";

describe("grouped by function", () => {
  test("the remainder is a row of its own", () => {
    expect(rows(LOG)).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  +50 MB long | m · while t · 10 MB/line",
      "  +20 MB short | m · while t · 20 MB/line",
      "+30 MB t: not explained | 30 %",
    ]);
  });

  test.each([
    ["growth", ["+50 MB long", "+40 MB long", "+20 MB short"]],
    ["perLine", ["+20 MB short", "+50 MB long", "+40 MB long"]],
    ["share", ["+40 MB long", "+50 MB long", "+20 MB short"]],
    ["name", ["+50 MB long", "+40 MB long", "+20 MB short"]],
  ] as const)("sorted by %s", (order, expected) => {
    const compiled = rows(KINDS, { order }).slice(1, 4);
    expect(compiled.map((row) => row.trim().split(" | ")[0])).toEqual(expected);
  });

  test("an ambiguous name lists its candidates", () => {
    expect(rows("[mem-fn] +50 MB: q$task\n[mem] t: 50 MB (+50) (1ms)")).toEqual([
      "Names without a source | 1 of 1",
      "  +50 MB q$task | while t · 2 candidates: choose one",
      "    q$task | a/q.qz:1",
      "    q$task | b/q.qz:1",
    ]);
  });

  test("a name says what it was derived from, or why it leads nowhere", () => {
    const log =
      "[mem-fn] +9 MB: net$fetch$poll\n[mem-fn] +8 MB: m$long$7\n[mem-fn] +7 MB: qz_alloc\n[mem-fn] +6 MB: m$old\n[mem-fn] +5 MB: nowhere$f\n[mem-fn] +4 MB: compile\n[mem] t: 39 MB (+39) (1ms)";
    expect(rows(log)).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  +9 MB fetch | net · while t · 3 MB/line · state machine of fetch",
      "  +8 MB long | m · while t · 1.6 MB/line · copy 7 of long",
      "Names without a source | 4 of 6",
      "  +7 MB qz_alloc | while t · emitted by the code generator, no .qz source",
      "  +6 MB m$old | while t · no such function in this module: renamed, or of another commit",
      "  +5 MB nowhere$f | while t · no such module: compiled from another root, or not in this workspace",
      "  +4 MB compile | while t · belongs to a root file, and none is in this workspace",
    ]);
  });

  test("more explained than there was is said as such", () => {
    const log = "[mem] a: 100 MB (+100) (1ms)\n[mem-fn] +50 MB: m$long\n[mem] t: 130 MB (+30) (2ms)";
    expect(rows(log)).toContain("+20 MB t: over-explained");
  });

  test("problems, unknown lines and notes of the log are rows too", () => {
    const all = rows(
      "[mem-fn] +x MB: y\n[mem-new] hello\n...153 total functions leaked >8 MB each...\n[mem] t: 1 MB (+1) (1ms)",
    ).join("\n");
    expect(all).toMatch(/Problems in the log \| 1\n {2}line 1: /);
    expect(all).toMatch(/Lines of a kind not known here \| 1\n {2}\[mem-new\] hello/);
    expect(all).toMatch(/Notes of the log \| 1\n {2}.*153 total functions/);
  });
});

describe("grouped by file", () => {
  test("a file adds up its functions within one phase; kinds are never summed", () => {
    const all = rows(KINDS, { grouping: "file" });
    expect(all.slice(0, 10)).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  m.qz | +50 MB while t in 1 function | +60 MB while mir in 2 functions",
      "    +50 MB long | m · while t · 10 MB/line",
      "    +40 MB long | m · while mir · 8 MB/line",
      "    +20 MB short | m · while mir · 20 MB/line",
      "Compiler code | inclusive growth inside its handlers",
      "  walk.qz | +90 MB NODE_CALL",
      "    +90 MB NODE_CALL → call | inclusive while t · 10 nodes · ≈ 9 MB each",
      "  +7 MB NODE_LET | inclusive while t · 3 nodes · ≈ 2.3 MB each",
      "  +5 MB NODE_IDENT | inclusive while t · 100 nodes · ≈ 51 KB each",
    ]);
    expect(all.join("\n")).not.toMatch(/\+(95|97|102) MB/);
  });

  test("what cannot be true is in no sum", () => {
    const log = "[mem-fn] +999999 MB: m$long\n[mem-fn] +20 MB: m$short\n[mem] t: 100 MB (+100) (1ms)";
    expect(rows(log, { grouping: "file" })[1]).toBe("  m.qz | +20 MB while t in 1 function");
  });
});

describe("grouped by phase", () => {
  test("each phase has its delta, functions, remainder and compiler code, in the order of the log", () => {
    expect(rows(KINDS, { grouping: "phase" })).toEqual([
      "+10 MB a",
      "  +10 MB a: not explained | 100 %",
      "+100 MB t | 1 function · 3 kinds",
      "  +50 MB long | m · while t · 10 MB/line",
      "  +50 MB t: not explained | 50 %",
      "  Compiler code | inclusive, never summed",
      "    +90 MB NODE_CALL → call | inclusive while t · 10 nodes · ≈ 9 MB each",
      "    +7 MB NODE_LET | inclusive while t · 3 nodes · ≈ 2.3 MB each",
      "    +5 MB NODE_IDENT | inclusive while t · 100 nodes · ≈ 51 KB each",
      "+60 MB mir | 2 functions",
      "  +40 MB long | m · while mir · 8 MB/line",
      "  +20 MB short | m · while mir · 20 MB/line",
    ]);
  });

  test("steps lie in their phase, gaps and the open phase have rows of their own", () => {
    const log =
      "[mem] parse: 42 MB (+42) (1ms)\n[mem-fn] +30 MB: m$long\n[mem] resolve_pass1: 142 MB\n[mem] resolve: 150 MB (+108) (2ms)\n[mem] mir: 190 MB (+20) (3ms)\n[mem-fn] +9 MB: m$short";
    expect(rows(log, { grouping: "phase" }).slice(0, 12)).toEqual([
      "+42 MB parse",
      "  +42 MB parse: not explained | 100 %",
      "+108 MB resolve",
      "  +100 MB resolve_pass1 | 1 function",
      "    +30 MB long | m · while resolve_pass1 · 6 MB/line",
      "    +70 MB resolve_pass1: not explained | 70 %",
      "  +8 MB resolve: not explained | 7.41 %",
      "+20 MB before mir",
      "+20 MB mir",
      "  +20 MB mir: not explained | 100 %",
      "open phase, no reading yet | 1 function",
      "  +9 MB short | m · in an open phase · 9 MB/line",
    ]);
  });

  test("a phase that freed nothing says what its state counts tell", () => {
    const log =
      "[mem] typecheck: 5776 MB (+5401) (1ms)\n[mem] tc Vec entries (sum of sizes): 18276\n[mem] tc nested Vec<Vec> entries: 72001\n[mem] tc_free: 5776 MB (+0) (1ms)";
    const all = rows(log, { grouping: "phase" });
    expect(all.findIndex((row) => row.startsWith("+0 MB tc_free"))).toBeGreaterThan(0);
    expect(all.filter((row) => /^ {2}.*(90,277|1\.4 MB)/.test(row)).length).toBeGreaterThan(0);
  });
});

test("grouped by kind: each with its dispatch branches and handlers", () => {
  expect(rows(KINDS, { grouping: "kind" }).slice(0, 9)).toEqual([
    "Kinds in tc_expr | inclusive, never summed",
    "  +90 MB NODE_CALL → call | inclusive while t · 10 nodes · ≈ 9 MB each",
    "    branch in tc_expr | walk.qz:3",
    "    handler call | walk.qz:8",
    "  +5 MB NODE_IDENT | inclusive while t · 100 nodes · ≈ 51 KB each",
    "    no branch of this workspace tests for it",
    "Kinds in tc_stmt | inclusive, never summed",
    "  +7 MB NODE_LET | inclusive while t · 3 nodes · ≈ 2.3 MB each",
    "    no branch of this workspace tests for it",
  ]);
});

test("code that is gone is a section of its own; changed code keeps its place and says so", () => {
  const drift = (figure: SubjectFigure): SubjectFigure => ({
    ...figure,
    ...(figure.name === "m$short"
      ? { drift: "changed", since: "import", lastSeen: undefined }
      : figure.entry === undefined
        ? { drift: "gone", since: "run", lastSeen: { file: "m.qz", line: 40 } }
        : { drift: "same", since: "run", lastSeen: undefined }),
  });
  const log = `[mem-fn] +11 MB: m$old\n${LOG}`;
  const tree = growthTree(sourceOf(log, drift), { grouping: "function", order: "growth" });
  expect(text(tree).slice(1, 5)).toEqual([
    "  +50 MB long | m · while t · 10 MB/line",
    "  +20 MB short | m · while t · 20 MB/line · changed since the import",
    "Gone since the run | 1 no longer here",
    "  +11 MB m$old | while t · gone since the run · last at m.qz:41",
  ]);
});

test("no row is without a label for screen readers, and no id comes twice", () => {
  const log = `${KINDS}\n[mem-fn] +3 MB: q$task\n[mem-fn] +x MB: y\n[mem-new] hello`;
  for (const grouping of ["function", "file", "phase", "kind"] as const) {
    const ids: string[] = [];
    const check = (node: TreeNode): void => {
      ids.push(node.id);
      expect(rowOf(node).accessibleLabel.trim()).not.toBe("");
      node.children.forEach(check);
    };
    growthTree(sourceOf(log), { grouping, order: "growth" }).forEach(check);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
