// Two logs as a comparison, over sources.
import { diffRuns } from "#core/model/compare/diffRuns";
import { type Comparison, comparisonOf } from "#core/view/diff/comparison";
import { modelOf } from "./model.ts";
import { indexOf } from "./sources.ts";

/** @param base the baseline's log */
export function compareLogs(
  base: string,
  run: string,
  sources: Readonly<Record<string, string>> = {},
): Comparison {
  return comparisonOf(diffRuns(modelOf(base), modelOf(run)), "base.log, run 1", indexOf(sources));
}
