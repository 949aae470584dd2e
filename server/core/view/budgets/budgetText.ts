// A budget's verdict in words: what is measured, what was allowed, and how far it is off.
import { t } from "../../base/text.ts";
import { formatAmount, formatDelta, formatDifference, formatReading, MEBIBYTE } from "../../base/units.ts";
import type { BudgetResult } from "../../model/budgets.ts";
import type { BudgetTarget } from "../../project/project.ts";

/** `typecheck`, `mir_lower$mir_lower_expr while typecheck`, `NODE_CALL in tc_expr`. */
export function targetText(target: BudgetTarget): string {
  if (target.kind === "peak") {
    return t("budget.peak");
  }
  const { name } = target;
  if (target.kind === "phase") {
    return name;
  }
  const within =
    target.kind === "nodeKind" && target.dispatcher !== undefined
      ? t("budget.inDispatcher", { name, dispatcher: target.dispatcher })
      : name;
  return target.phase === undefined ? within : t("budget.whilePhase", { name: within, phase: target.phase });
}

/** What became of the budget, without what it is about. */
export function verdictText(result: BudgetResult): string {
  const { verdict, measuredBytes, thresholdBytes, reason } = result;
  if (verdict === "missing") {
    return t(`budget.missing.${reason ?? "noLines"}`);
  }
  const measured =
    measuredBytes === undefined
      ? t("budget.below", { threshold: formatReading(thresholdBytes ?? 0) })
      : figureText(result, measuredBytes);
  if (verdict === "belowThreshold" && result.limitBytes === undefined) {
    return t("budget.noChange", { measured });
  }
  const allowed = allowedText(result);
  return verdict === "exceeded"
    ? t("budget.exceeded", { measured, allowed, excess: formatDifference(result.excessBytes ?? 0) })
    : t("budget.within", { measured, allowed });
}

function figureText({ budget, from }: BudgetResult, bytes: number): string {
  if (budget.target.kind !== "peak") {
    return formatDelta(bytes);
  }
  return from === "reading"
    ? t("budget.highestReading", { size: formatReading(bytes) })
    : formatReading(bytes);
}

function allowedText({ limitBytes = 0, toleranceBytes, baseBytes, budget }: BudgetResult): string {
  const limit = sizeText(limitBytes);
  const given =
    budget.bound.kind === "growth" && baseBytes !== undefined
      ? t("budget.fromBase", {
          limit,
          base: budget.target.kind === "peak" ? formatReading(baseBytes) : formatDelta(baseBytes),
        })
      : limit;
  return toleranceBytes === 0
    ? given
    : t("budget.tolerance", { limit: given, tolerance: sizeText(toleranceBytes) });
}

function sizeText(bytes: number): string {
  return bytes === 0 || bytes >= MEBIBYTE ? formatReading(bytes) : formatAmount(bytes);
}
