import { expect, test } from "vitest";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { runDetail, runStatus } from "#core/view/runStatus";
import { fixtureRun } from "../../support/logs.ts";

test("highest reading and biggest growth", () => {
  const run = fixtureRun("before-fix.log");
  const { title, text, details } = runStatus(modelRun(run, nodeKindNames([])), "before-fix.log");
  expect([title, text]).toEqual(["before-fix.log, run 1", "12470 MB · mir +6450 MB"]);
  expect(details).toContain("Largest compiled function: mir_lower$mir_lower_expr +136 MB while typecheck");
  expect(runDetail(run)).toBe("8 phases · 11 function lines · 0 kind lines");
});

test("a printed peak is told apart from the highest reading", () => {
  const run = fixtureRun("pasted-expectation.log");
  const { details, title } = runStatus(modelRun(run, nodeKindNames([])), "x.log");
  expect(title).toBe("x.log, run 1 (expectation)");
  expect(details.slice(0, 2)).toEqual(["Highest reading: 14400 MB", "Printed peak: 12500 MB"]);
});

test("what is tracked is told of the phase that it belongs to, and of the one that frees it", () => {
  const model = modelRun(fixtureRun("before-fix.log"), nodeKindNames([]));
  const { details } = runStatus(model, "before-fix.log", "en");
  expect(details.slice(2, 4)).toEqual([
    "typecheck: tracked state ≈ 1.4 MB of 5,401 MB, 0.0255 %: freeing it cannot help",
    expect.stringMatching(/^tc_free: there was almost nothing to free: .*; beside that, macOS keeps/),
  ]);
});
