// Stage: run model × budgets (× the baseline's model) → verdicts.
import type { Amount, Budget } from "../project/project.ts";
import { type Measured, type MissingReason, measure } from "./budgetMeasure.ts";
import type { RunModel } from "./runModel.ts";

export type { MissingReason } from "./budgetMeasure.ts";

export interface BudgetResult {
  readonly budget: Budget;
  readonly verdict: "within" | "exceeded" | "belowThreshold" | "missing";
  /** Undefined where no line gives it. */
  readonly measuredBytes: number | undefined;
  /** Of a peak: a reading is only a lower bound. */
  readonly from: "printed" | "reading" | undefined;
  /** What is not printed is below this; undefined where it is printed, or nothing is known. */
  readonly thresholdBytes: number | undefined;
  /** The limit, or the baseline's figure with its growth; undefined where the baseline does not give it. */
  readonly limitBytes: number | undefined;
  /** What may come on top of the limit. */
  readonly toleranceBytes: number;
  /** Above the limit; undefined unless exceeded. */
  readonly excessBytes: number | undefined;
  readonly baseBytes: number | undefined;
  /** Why there is no verdict. */
  readonly reason: MissingReason | undefined;
}

export interface Measurement {
  readonly model: RunModel;
  readonly base: RunModel | undefined;
  /** Node kind number → name. */
  readonly kindNames: ReadonlyMap<number, string>;
}

/** One result for each budget, in the order of the file. */
export function evaluateBudgets(
  budgets: readonly Budget[],
  { model, base, kindNames }: Measurement,
): readonly BudgetResult[] {
  const names = new Set(kindNames.values());
  return budgets.map((budget) =>
    judge(budget, measure(budget.target, model, names), base && measure(budget.target, base, names)),
  );
}

/** One word for all: exceeded wins over missing. */
export function overallOf(results: readonly BudgetResult[]): "within" | "exceeded" | "unusable" {
  if (results.some(({ verdict }) => verdict === "exceeded")) {
    return "exceeded";
  }
  return results.length === 0 || results.some(({ verdict }) => verdict === "missing") ? "unusable" : "within";
}

function judge(budget: Budget, measured: Measured, base: Measured | undefined): BudgetResult {
  const limit = limitOf(budget, measured, base);
  const limitBytes = typeof limit === "number" ? limit : undefined;
  const baseBytes = base?.kind === "bytes" ? base.bytes : undefined;
  // A share of a growth budget is one of the baseline's figure, as the growth is.
  const whole = budget.bound.kind === "growth" ? (baseBytes ?? 0) : (limitBytes ?? 0);
  const toleranceBytes = budget.tolerance === undefined ? 0 : bytesOf(budget.tolerance, whole);
  const measuredBytes = measured.kind === "bytes" ? measured.bytes : undefined;
  const thresholdBytes = measured.kind === "below" ? measured.bytes : undefined;
  const facts = {
    ...{ budget, measuredBytes, thresholdBytes, limitBytes, toleranceBytes, baseBytes },
    from: measured.kind === "bytes" ? measured.from : undefined,
    ...{ excessBytes: undefined, reason: undefined },
  };
  if (measured.kind === "missing") {
    return { ...facts, verdict: "missing", reason: measured.reason };
  }
  if (limit === "noChange") {
    return { ...facts, verdict: "belowThreshold" };
  }
  if (typeof limit !== "number") {
    return { ...facts, verdict: "missing", reason: limit };
  }
  if (measured.kind === "below") {
    return measured.bytes <= limit + toleranceBytes
      ? { ...facts, verdict: "belowThreshold" }
      : { ...facts, verdict: "missing", reason: "noLines" };
  }
  return measured.bytes > limit + toleranceBytes
    ? { ...facts, verdict: "exceeded", excessBytes: measured.bytes - limit }
    : { ...facts, verdict: "within" };
}

/** “noChange”: neither run prints the figure, and it may grow. */
function limitOf(
  { bound }: Budget,
  measured: Measured,
  base: Measured | undefined,
): number | "noChange" | MissingReason {
  if (bound.kind === "limit") {
    return bound.bytes;
  }
  if (base === undefined) {
    return "noBaseline";
  }
  if (base.kind === "bytes") {
    return base.bytes + bytesOf(bound.amount, base.bytes);
  }
  return base.kind === "below" && measured.kind === "below" && bound.amount.value >= 0
    ? "noChange"
    : "noBaselineFigure";
}

function bytesOf({ unit, value }: Amount, whole: number): number {
  return unit === "bytes" ? value : Math.round(Math.abs(whole) * value);
}
