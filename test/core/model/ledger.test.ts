import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { diffRuns } from "#core/model/compare/diffRuns";
import { ledgerOf } from "#core/model/ledger";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { newRunFile } from "#core/store/runFile";
import { fixtureRun } from "../../support/logs.ts";
import { modelOf } from "../../support/model.ts";

const run = newRunFile({ id: "20261125T085001Z-0000", origin: "launch", status: "finished" });
const base = newRunFile({ id: "20261125T085000Z-0000", origin: "launch", status: "finished" });
const fixture = (name: string) => modelRun(fixtureRun(name), nodeKindNames([]));
const seed = diffRuns(fixture("before-fix.log"), fixture("after-fix.log"));

function measured(metric: string, predictedMegabytes: number, diff = seed) {
  const hypothesis = { text: "intern names once", metric, predictedBytes: predictedMegabytes * MEBIBYTE };
  const [row] = ledgerOf([{ run: { ...run, hypothesis }, base, diff }]);
  return row;
}

test("the fix: typecheck fell by 4,664 MB, as predicted", () => {
  expect(measured("phase:typecheck", -4664)).toMatchObject({
    ...{ base, measuredBytes: -4664 * MEBIBYTE, ratio: 1, noChange: false, reason: undefined },
  });
  expect(measured("peak", -5000)).toMatchObject({ measuredBytes: -4660 * MEBIBYTE, ratio: 0.932 });
});

test("a change the other way has a negative ratio; of no predicted change there is none", () => {
  expect(measured("phase:typecheck", 2332)?.ratio).toBe(-2);
  expect(measured("phase:mir", 0)).toMatchObject({ measuredBytes: 0, ratio: undefined, noChange: true });
});

test("a function that is compiled in several phases grows by their sum", () => {
  const log = (a: number, b: number) => `[mem] init: 1 MB (0ms)
[mem-fn] +${a} MB: mir$emit
[mem] typecheck: 401 MB (+400) (10ms)
[mem-fn] +${b} MB: mir$emit
[mem] mir: 801 MB (+400) (20ms)`;
  const diff = diffRuns(modelOf(log(100, 50)), modelOf(log(80, 40)));
  expect(measured("function:mir$emit", -60, diff)).toMatchObject({
    measuredBytes: -30 * MEBIBYTE,
    ratio: 0.5,
  });
});

test("what is not measured says why, and is not 0", () => {
  const log = (lines: string) =>
    modelOf(`[mem] init: 1 MB (0ms)\n${lines}\n[mem] typecheck: 401 MB (+400) (10ms)`);
  const diff = diffRuns(
    log("[mem-fn] +136 MB: a\n[mem-fn] +20 MB: b\n[kind 9] +10 MB / 5 stmts\n[kind 1009] +20 MB / 7 stmts"),
    log("[mem-fn] +20 MB: b\n[kind 9] +10 MB / 5 stmts\n[kind 1009] +20 MB / 7 stmts"),
  );
  const reasons = ["function:a", "function:c", "phase:mir", "heat", "phase:", "peak:x"].map((metric) => {
    const row = measured(metric, -10, diff);
    expect(row).toMatchObject({ measuredBytes: undefined, ratio: undefined });
    return row?.reason;
  });
  expect(reasons).toEqual([
    "function:a is printed on one side only: on the other it is below 8 MB",
    "neither log has function:c",
    "neither log has phase:mir",
    ...["heat", "phase:", "peak:x"].map((metric) =>
      expect.stringMatching(`^${metric} is no metric; expected`),
    ),
  ]);
});

test("node kinds of several dispatchers are walked within each other and not added up", () => {
  const log = modelOf(`[mem] init: 1 MB (0ms)
[mem-kind] phase=mir dispatcher=a kind=9 self=1048576 total=1048576 calls=1
[mem-kind] phase=mir dispatcher=b kind=9 self=1048576 total=1048576 calls=1
[mem] mir: 401 MB (+400) (10ms)`);
  expect(measured("kind:NODE_CALL", -10, diffRuns(log, log))?.reason).toBe(
    "kind:NODE_CALL has 2 figures, which overlap: they are not added up",
  );
});

test("without a comparison the reason is passed on; runs without an expectation are no rows", () => {
  const hypothesis = { text: "x", metric: "peak", predictedBytes: -1 };
  const rows = ledgerOf([
    { run, base, diff: seed },
    { run: { ...run, hypothesis }, base: undefined, diff: "it goes on" },
  ]);
  expect(rows).toMatchObject([
    { measuredBytes: undefined, ratio: undefined, reason: "it goes on", remarks: [] },
  ]);
});

test("what stands in the way of the comparison is said", () => {
  const expected = diffRuns(fixture("pasted-expectation.log"), fixture("after-fix.log"));
  expect(measured("peak", -1, expected)?.remarks.length).toBeGreaterThan(0);
});
