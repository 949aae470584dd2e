import { expect, test } from "vitest";
import { type Attribution, attribute } from "#core/model/attribution";
import { Memory } from "#core/model/drift";
import { type SnapshotTaken, takeSnapshot } from "#core/model/snapshot";
import { driftStatus } from "#core/view/driftText";
import { heatMarksOf, heatScalesOf } from "#core/view/heatMarks";
import { lensesOf } from "#core/view/lenses";
import { runStatus } from "#core/view/runStatus";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const F = "def f()\n  1\nend\n";
const WALK = "def tc_expr(kind)\n  if kind == NODE_CALL\n    return 1\n  end\nend\n";

const model = modelOf(`
  [mem-fn] +12 MB: m$f
  [mem-fn] +11 MB: m$g
  [kind 1009] +9 MB / 3 stmts
  [mem] t: 100 MB (+100) (1ms)
  [mem-fn] +12 MB: m$f
  [kind 1009] +9 MB / 3 stmts
  [mem] mir: 200 MB (+100) (2ms)
`);

function after(m: string, walk: string, taken: SnapshotTaken = "import"): Attribution {
  const index = indexOf({ "m.qz": F + F.replace("f()", "g()"), "walk.qz": WALK });
  const fileOf = (uri: string): string => uri.slice("file:///".length);
  const memory = new Memory(takeSnapshot(index, taken, fileOf), fileOf);
  return attribute(model, indexOf({ "m.qz": m, "walk.qz": walk }), memory);
}

const CHANGED = after(F.replace("1", "2"), WALK.replace("return 1", "return 2"));

function lenses(attribution: Attribution, path: string): readonly string[] {
  const figures = attribution.byFile.get(`file:///${path}`);
  return figures === undefined ? [] : lensesOf(figures, "en").map(({ title }) => title);
}

test("lenses of changed code say so, and since when; of code that is the same they do not", () => {
  expect(lenses(CHANGED, "m.qz")).toEqual([
    expect.stringMatching(/^changed since the import · compiled: \+12 MB while t /),
  ]);
  expect(lenses(CHANGED, "walk.qz")[0]).toMatch(/^changed since the import · NODE_CALL: \+9 MB inclusive/);
  expect(lenses(after(F.replace("1", "2"), WALK, "run"), "m.qz")[0]).toMatch(/^changed since the run · comp/);
  expect(lenses(after(`\n${F}`, WALK), "m.qz")[0]).toMatch(/^compiled: \+12 MB/);
});

test("marks of changed code are stale, others are not", () => {
  const stale = (attribution: Attribution, path: string): readonly boolean[] => {
    const figures = attribution.byFile.get(`file:///${path}`);
    return figures === undefined
      ? []
      : heatMarksOf(figures, heatScalesOf(attribution)).map((mark) => mark.stale);
  };
  expect(stale(CHANGED, "m.qz")).toEqual([true, true]);
  expect(stale(after(`\n${F}`, WALK), "m.qz")).toEqual([false, false]);
});

test("the status counts names, not lines of the log", () => {
  expect(driftStatus(CHANGED)).toEqual([
    "Since the import of the log, of the code that it names: 2 changed, 1 gone.",
  ]);
  expect(driftStatus(after(F, "", "run"))).toEqual([
    "Since the run, of the code that its log names: 0 changed, 2 gone.",
  ]);
  expect(driftStatus(after(F + F.replace("f()", "g()"), WALK))).toEqual([
    "Since the import of the log, nothing that it names has changed.",
  ]);
  expect(driftStatus(attribute(model, indexOf({})))).toEqual([]);
  expect(runStatus(model, "x.log", "en", CHANGED).details).toContain(driftStatus(CHANGED)[0]);
});
