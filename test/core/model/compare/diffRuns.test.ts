import { describe, expect, test } from "vitest";
import { formatDifference, formatShare, MEBIBYTE } from "#core/base/units";
import { diffRuns } from "#core/model/compare/diffRuns";
import type { FigureDiff } from "#core/model/compare/runDiff";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { fixtureRun } from "../../../support/logs.ts";
import { modelOf } from "../../../support/model.ts";

/** `typecheck: 5401 → 737 −4,664 MB −86 %, gone` */
function said(figure: FigureDiff): string {
  const mb = (bytes: number | undefined): string => (bytes === undefined ? "?" : `${bytes / MEBIBYTE}`);
  const { differenceBytes, ratio } = figure;
  const difference = differenceBytes === undefined ? "" : ` ${formatDifference(differenceBytes)}`;
  return [
    `${figure.phase === undefined ? "" : `${figure.phase}/`}${figure.name}:`,
    `${mb(figure.baseBytes)} → ${mb(figure.newBytes)}${difference}`,
    ...(ratio === undefined ? [] : [formatShare(ratio)]),
    ...(figure.fate === "both" ? [] : [figure.fate]),
    ...(figure.noChange ? ["no change"] : []),
    ...(figure.absurd ? ["⚠"] : []),
  ].join(" ");
}

function fixture(name: string) {
  return modelRun(fixtureRun(name), nodeKindNames([]));
}

test("the fix: typecheck −86 %, peak −37 %, wall −13 %", () => {
  const diff = diffRuns(fixture("before-fix.log"), fixture("after-fix.log"));
  expect(diff.phases.map(said)).toEqual([
    "init: ? → ?",
    "lex: 2 → 2 +0 MB 0 % no change",
    "parse: 39 → 39 +0 MB 0 % no change",
    "resolve: 333 → 333 +0 MB 0 % no change",
    "typecheck: 5401 → 737 -4,664 MB -86.4 %",
    "tc_free: 0 → 0 +0 MB no change",
    "mir: 6450 → 6450 +0 MB 0 % no change",
    "codegen: 244 → 248 +4 MB 1.64 %",
  ]);
  expect(diff.peak).toMatchObject({ baseFrom: "reading", newFrom: "reading" });
  expect(diff.peak?.ratio).toBeCloseTo(-0.3737, 4);
  expect(diff.elapsed).toMatchObject({ from: "log", differenceMs: -2700 });
  expect(diff.elapsed?.ratio).toBeCloseTo(-0.1286, 4);
  expect(diff.remarks.map(({ code }) => code)).toEqual(["functionLines"]);
});

describe("figures are matched by what they are about", () => {
  const base = modelOf(`
    [mem-fn] +50 MB: a$f
    [mem-fn] +20 MB: a$g
    [kind 1009] +100 MB / 10 stmts
    [kind 9] +5 MB / 10 stmts
    [mem] typecheck: 200 MB (+200) (10ms)
    [mem-fn] +30 MB: a$f
    [mem] mir: 300 MB (+100) (20ms)`);
  const run = modelOf(`
    [kind 9] +5 MB / 10 stmts
    [kind 1009] +70 MB / 10 stmts
    [mem-fn] +40 MB: a$h
    [mem-fn] +20 MB: a$f
    [mem] typecheck: 180 MB (+180) (10ms)
    [mem-fn] +60 MB: a$f
    [mem] mir: 310 MB (+130) (20ms)`);
  const diff = diffRuns(base, run);

  test("a function in its phase, a kind in its dispatcher; the largest difference first", () => {
    expect(diff.functions.map(said)).toEqual([
      "mir/a$f: 30 → 60 +30 MB 100 %",
      "typecheck/a$f: 50 → 20 -30 MB -60 %",
      "typecheck/a$h: ? → 40 new",
      "typecheck/a$g: 20 → ? gone",
    ]);
    expect(diff.kinds.map((kind) => `${kind.dispatcher} ${said(kind)}`)).toEqual([
      "tc_expr typecheck/NODE_CALL: 100 → 70 -30 MB -30 %",
      expect.stringMatching(/^tc_stmt typecheck\/NODE_\S+: 5 → 5 \+0 MB 0 % no change$/),
    ]);
  });

  test("what a side does not print is below its threshold, which is not 0", () => {
    const [, , added, gone] = diff.functions;
    expect(added).toMatchObject({ baseBelowBytes: 8 * MEBIBYTE, differenceBytes: undefined });
    expect(gone).toMatchObject({ newBelowBytes: 8 * MEBIBYTE, differenceBytes: undefined });
  });
});

test("a difference that the floored MB cannot tell is no change", () => {
  const [phase] = diffRuns(
    modelOf("[mem] lex: 5 MB (+5) (1ms)"),
    modelOf("[mem] lex: 6 MB (+6) (1ms)"),
  ).phases;
  expect(phase).toMatchObject({ differenceBytes: MEBIBYTE, noChange: true });
});

test("a value that cannot be true is flagged and has no difference", () => {
  const base = modelOf("[mem-fn] +9000 MB: a$f\n[mem] typecheck: 200 MB (+200) (10ms)");
  const run = modelOf("[mem-fn] +50 MB: a$f\n[mem] typecheck: 200 MB (+200) (10ms)");
  expect(diffRuns(base, run).functions.map(said)).toEqual(["typecheck/a$f: 9000 → 50 ⚠"]);
});

test("runs that did not come equally far compare phases, but neither times nor highest readings", () => {
  const diff = diffRuns(fixture("before-fix.log"), fixture("baseline-ca2f64fc.log"));
  expect(diff.remarks.map(({ code }) => code)).toEqual(["extent", "functionLines"]);
  expect(diff.elapsed).toMatchObject({ baseMs: 21_000, newMs: 11_521, differenceMs: undefined });
  expect(diff.peak).toMatchObject({ newBytes: 17_028 * MEBIBYTE, differenceBytes: undefined });
  expect(diff.phases.map(said)).toContain("typecheck: 5401 → 6530 +1,129 MB 20.9 %");
});

test("an expectation as base is approximate and says so first", () => {
  const diff = diffRuns(fixture("pasted-expectation.log"), fixture("before-fix.log"));
  expect(diff.remarks[0]?.code).toBe("expectation");
  const typecheck = diff.phases.find(({ name }) => name === "typecheck");
  expect(typecheck).toMatchObject({ baseBytes: 6500 * MEBIBYTE, approximate: true });
});
