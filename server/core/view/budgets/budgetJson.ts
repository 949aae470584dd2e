// `quartz-rss check --format json`. Field names and their meaning are a contract: docs/json.md.
import { type BudgetResult, overallOf } from "../../model/budgets.ts";

export interface CheckJson {
  readonly log: string;
  readonly run: number;
  readonly config: string;
  readonly baseline: string | null;
  readonly verdict: "within" | "exceeded" | "unusable";
  readonly budgets: readonly BudgetJson[];
}

interface BudgetJson {
  readonly line: number;
  readonly target: "peak" | "phase" | "function" | "kind";
  readonly name: string | null;
  readonly phase: string | null;
  readonly dispatcher: string | null;
  readonly verdict: BudgetResult["verdict"];
  readonly measuredBytes: number | null;
  readonly measuredFrom: "printed" | "reading" | null;
  readonly thresholdBytes: number | null;
  readonly limitBytes: number | null;
  readonly toleranceBytes: number;
  readonly excessBytes: number | null;
  readonly baseBytes: number | null;
  readonly reason: string | null;
}

/** What was checked. */
export type Checked = Pick<CheckJson, "log" | "run" | "config" | "baseline">;

export function checkJson(checked: Checked, results: readonly BudgetResult[]): CheckJson {
  return { ...checked, verdict: overallOf(results), budgets: results.map(budgetJson) };
}

function budgetJson({ budget, ...result }: BudgetResult): BudgetJson {
  const { target } = budget;
  return {
    line: budget.range.start.line + 1,
    target: target.kind === "nodeKind" ? "kind" : target.kind,
    name: "name" in target ? target.name : null,
    phase: "phase" in target ? (target.phase ?? null) : null,
    dispatcher: "dispatcher" in target ? (target.dispatcher ?? null) : null,
    verdict: result.verdict,
    measuredBytes: result.measuredBytes ?? null,
    measuredFrom: result.from ?? null,
    thresholdBytes: result.thresholdBytes ?? null,
    limitBytes: result.limitBytes ?? null,
    toleranceBytes: result.toleranceBytes,
    excessBytes: result.excessBytes ?? null,
    baseBytes: result.baseBytes ?? null,
    reason: result.reason ?? null,
  };
}
