// Exceeded budgets as places: the budget itself in the project file, and the code that its figure belongs to.
import type { Range } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { BudgetResult } from "../../model/budgets.ts";
import type { BudgetTarget } from "../../project/project.ts";
import { targetText, verdictText } from "./budgetText.ts";

export interface BudgetMark {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** @param config the project file */
export function budgetMarks(
  results: readonly BudgetResult[],
  attribution: Attribution,
  config: string,
): readonly BudgetMark[] {
  return results
    .filter(({ verdict }) => verdict === "exceeded")
    .flatMap((result) => {
      const { target, range } = result.budget;
      const message = t("budget.mark", { target: targetText(target), text: verdictText(result) });
      return [{ uri: config, range }, ...placesOf(target, attribution)].map((place) => ({
        ...place,
        message,
      }));
    });
}

function placesOf(
  target: BudgetTarget,
  { subjects, handlers }: Attribution,
): readonly Omit<BudgetMark, "message">[] {
  switch (target.kind) {
    case "peak":
    case "phase":
      return [];
    case "function":
      return subjects.flatMap(({ name, entry }) =>
        name === target.name && entry !== undefined
          ? [{ uri: entry.uri, range: entry.symbol.nameRange }]
          : [],
      );
    case "nodeKind": {
      const { name, phase, dispatcher } = target;
      const places = handlers
        .filter(
          ({ kind }) =>
            kind.name === name &&
            (phase === undefined || kind.phase === phase) &&
            (dispatcher === undefined || kind.dispatcher === dispatcher),
        )
        .flatMap(({ branches }) => branches.map(({ uri, branch }) => ({ uri, range: headOf(branch.range) })));
      // A kind that several phases print has one branch.
      return [...new Map(places.map((place) => [`${place.uri} ${place.range.start.line}`, place])).values()];
    }
  }
}

/** The first line of a branch: its body would be a wall of underlines. */
function headOf({ start }: Range): Range {
  return { start, end: { line: start.line + 1, character: 0 } };
}
