import { describe, expect, test } from "vitest";
import { type BudgetResult, evaluateBudgets, overallOf } from "#core/model/budgets";
import { modelRun, type RunModel } from "#core/model/runModel";
import { parseProject } from "#core/project/parseProject";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { targetText, verdictText } from "#core/view/budgets/budgetText";
import { fixtureRun } from "../../support/logs.ts";
import { modelOf } from "../../support/model.ts";

const kindNames = nodeKindNames([]);
const fixture = (name: string): RunModel => modelRun(fixtureRun(name), kindNames);

function resultOf(budget: string, model: RunModel, base?: RunModel): BudgetResult {
  const { project, problems } = parseProject(`{ "budgets": [${budget}] }`);
  expect(problems).toEqual([]);
  const [result] = evaluateBudgets(project.budgets, { model, base, kindNames });
  if (result === undefined) {
    throw new Error("no budget");
  }
  return result;
}

function said(budget: string, model: RunModel, base?: RunModel): string {
  const result = resultOf(budget, model, base);
  return `${result.verdict}: ${targetText(result.budget.target)}: ${verdictText(result)}`;
}

const BEFORE = fixture("before-fix.log");
const AFTER = fixture("after-fix.log");
const KINDS = fixture("phase3b-kinds.log");
const FUNCTIONS = modelOf(`
  [mem-fn] +136 MB: a$long
  [mem-fn] +9 MB: a$short
  [mem] typecheck: 500 MB (+400) (10ms)
  [mem-fn] +20 MB: a$long
  [mem] mir: 900 MB (+400) (20ms)
`);

describe("absolute budgets", () => {
  test.each([
    [
      '{ "peak": "12470 MB" }',
      BEFORE,
      "within: peak: 12470 MB (the highest reading, a lower bound), limit 12470 MB",
    ],
    [
      '{ "peak": "8 GB" }',
      BEFORE,
      "exceeded: peak: 12470 MB (the highest reading, a lower bound), limit 8192 MB: +4,278 MB too much",
    ],
    ['{ "phase": "typecheck", "limit": "800 MB" }', AFTER, "within: typecheck: +737 MB, limit 800 MB"],
    [
      '{ "phase": "typecheck", "limit": "800 MB" }',
      BEFORE,
      "exceeded: typecheck: +5401 MB, limit 800 MB: +4,601 MB too much",
    ],
    [
      '{ "phase": "typecheck", "limit": "700 MB", "tolerance": "6 %" }',
      AFTER,
      "within: typecheck: +737 MB, limit 700 MB and 42 MB of tolerance",
    ],
    ['{ "phase": "nothing", "limit": "1 GB" }', AFTER, "missing: nothing: the log has no lines that tell it"],
    ['{ "function": "a$long", "limit": "156 MB" }', FUNCTIONS, "within: a$long: +156 MB, limit 156 MB"],
    [
      '{ "function": "a$long", "phase": "mir", "limit": "10 MB" }',
      FUNCTIONS,
      "exceeded: a$long while mir: +20 MB, limit 10 MB: +10 MB too much",
    ],
    [
      '{ "function": "a$short", "phase": "mir", "limit": "8 MB" }',
      FUNCTIONS,
      "belowThreshold: a$short while mir: below 8 MB (not printed), limit 8 MB",
    ],
    [
      '{ "function": "a$none", "limit": "7 MB" }',
      FUNCTIONS,
      "missing: a$none: the log has no lines that tell it",
    ],
    [
      '{ "function": "a$none", "limit": "7 MB", "tolerance": "1 MB" }',
      FUNCTIONS,
      "belowThreshold: a$none: below 8 MB (not printed), limit 7 MB and 1 MB of tolerance",
    ],
    [
      '{ "function": "a$none", "limit": "1 GB" }',
      AFTER,
      "missing: a$none: the log has no lines that tell it",
    ],
    [
      '{ "function": "a$none", "limit": "1 GB" }',
      BEFORE,
      "missing: a$none: the log holds only some of the functions that were printed",
    ],
    [
      '{ "kind": "NODE_CALL", "dispatcher": "tc_expr", "limit": "5 GB" }',
      KINDS,
      "exceeded: NODE_CALL in tc_expr: +5764 MB, limit 5120 MB: +644 MB too much",
    ],
    [
      '{ "kind": "NODE_FUNCTION", "limit": "1 MB" }',
      KINDS,
      "belowThreshold: NODE_FUNCTION: below 1 MB (not printed), limit 1 MB",
    ],
    [
      '{ "kind": "NODE_CAL", "limit": "1 MB" }',
      KINDS,
      "missing: NODE_CAL: no node kind has this name; name the constants under constantsFile",
    ],
  ])("%s", (budget, model, text) => {
    expect(said(budget, model)).toBe(text);
  });

  test("a figure that cannot be true is no measurement", () => {
    const model = modelOf("[mem-fn] +9000 MB: a\n[mem] typecheck: 500 MB (+400) (10ms)");
    expect(resultOf('{ "function": "a", "limit": "1 MB" }', model)).toMatchObject({
      verdict: "missing",
      reason: "absurd",
    });
  });
});

describe("budgets against the baseline", () => {
  test.each([
    ['{ "phase": "mir", "growth": "+0 %" }', "within: mir: +6450 MB, limit 6450 MB (baseline +6450 MB)"],
    [
      '{ "phase": "codegen", "growth": "+1 %" }',
      "exceeded: codegen: +248 MB, limit 246 MB (baseline +244 MB): +1 MB too much",
    ],
    [
      '{ "phase": "codegen", "growth": "+0 MB", "tolerance": "5 %" }',
      "within: codegen: +248 MB, limit 244 MB (baseline +244 MB) and 12 MB of tolerance",
    ],
    [
      '{ "phase": "typecheck", "growth": "-80 %" }',
      "within: typecheck: +737 MB, limit 1080 MB (baseline +5401 MB)",
    ],
    ['{ "phase": "nothing", "growth": "+0 MB" }', "missing: nothing: the log has no lines that tell it"],
  ])("%s", (budget, text) => {
    expect(said(budget, AFTER, BEFORE)).toBe(text);
  });

  test("without one are unusable", () => {
    expect(resultOf('{ "phase": "mir", "growth": "+5 %" }', AFTER).reason).toBe("noBaseline");
  });

  test("what neither run prints has not grown; what only one prints cannot be set against it", () => {
    expect(said('{ "function": "a$x", "growth": "+1 MB" }', FUNCTIONS, FUNCTIONS)).toBe(
      "belowThreshold: a$x: below 8 MB (not printed), as in the baseline",
    );
    const base = modelOf("[mem-fn] +9 MB: a$other\n[mem] typecheck: 500 MB (+400) (10ms)");
    expect(resultOf('{ "function": "a$long", "growth": "+1 GB" }', FUNCTIONS, base).reason).toBe(
      "noBaselineFigure",
    );
  });
});

test("exceeded wins over missing, and no budget is nothing checked", () => {
  const exceeded = resultOf('{ "peak": "1 GB" }', AFTER);
  const missing = resultOf('{ "kind": "NODE_CALL", "limit": "1 GB" }', AFTER);
  const within = resultOf('{ "peak": "8 GB" }', AFTER);
  expect(overallOf([missing, exceeded, within])).toBe("exceeded");
  expect(overallOf([within, missing])).toBe("unusable");
  expect(overallOf([within])).toBe("within");
  expect(overallOf([])).toBe("unusable");
});
