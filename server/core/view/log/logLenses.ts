// What stands above each run of a log: its figures, and how to show them.
import { t } from "../../base/text.ts";
import type { Run } from "../../log/record.ts";
import { spansOf } from "../../model/spans.ts";
import { runFigures } from "../runStatus.ts";

export interface LogLens {
  /** The run's first line, 0-based. */
  readonly line: number;
  readonly title: string;
  /** Index of the run that a click shows; undefined for the one that is shown. */
  readonly run: number | undefined;
}

/** @param shown index of the run that is shown; undefined when it is none of these */
export function logLensesOf(runs: readonly Run[], shown: number | undefined): readonly LogLens[] {
  return runs.map((run) => ({
    line: run.firstLine,
    title: titleOf(run, run.index === shown),
    run: run.index === shown ? undefined : run.index,
  }));
}

function titleOf(run: Run, isShown: boolean): string {
  const figures = runFigures(run, spansOf(run));
  const what = isShown
    ? t("logFile.lensShown")
    : run.kind === "expectation"
      ? t("logFile.lensShowExpectation")
      : t("logFile.lensShow");
  return figures === "" ? what : t("logFile.lens", { what, figures });
}
