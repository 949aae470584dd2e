// What people expected of a change before it was measured, and what it came to.
import { t } from "../base/text.ts";
import { formatReading } from "../base/units.ts";
import type { Hypothesis, RunFile } from "../store/runFile.ts";
import type { FigureDiff, RunDiff } from "./compare/runDiff.ts";

/** A run with an expectation, and the comparison with its baseline, where there is one. */
export interface ExpectedRun {
  readonly run: RunFile;
  readonly base: RunFile | undefined;
  /** Why not, in English, where it could not be made. */
  readonly diff: RunDiff | string;
}

export interface LedgerRow {
  readonly run: RunFile;
  readonly base: RunFile | undefined;
  readonly hypothesis: Hypothesis;
  /** The change against the baseline, signed; undefined where it was not measured. */
  readonly measuredBytes: number | undefined;
  /** Measured / predicted; undefined without either, or where nothing was predicted to change. */
  readonly ratio: number | undefined;
  /** Measured, but not above what the figures resolve. */
  readonly noChange: boolean;
  /** Why nothing was measured, in English. */
  readonly reason: string | undefined;
  /** What stands in the way of the comparison, the most important first. */
  readonly remarks: readonly string[];
}

/** A row for each run that something was expected of, in the order given. */
export function ledgerOf(runs: readonly ExpectedRun[]): readonly LedgerRow[] {
  return runs.flatMap(({ run, base, diff }) => {
    const { hypothesis } = run;
    if (hypothesis === null) {
      return [];
    }
    if (typeof diff === "string") {
      const nothing = { measuredBytes: undefined, ratio: undefined, noChange: false };
      return [{ run, base, hypothesis, ...nothing, reason: diff, remarks: [] }];
    }
    const found = measure(diff, hypothesis.metric);
    const remarks = diff.remarks.map(({ text }) => text);
    return [{ run, base, hypothesis, ...found, ratio: ratioOf(found.measuredBytes, hypothesis), remarks }];
  });
}

function ratioOf(measuredBytes: number | undefined, { predictedBytes }: Hypothesis): number | undefined {
  return measuredBytes === undefined || predictedBytes === 0 ? undefined : measuredBytes / predictedBytes;
}

type Measured = Pick<LedgerRow, "measuredBytes" | "noChange" | "reason">;

function measure(diff: RunDiff, metric: string): Measured {
  const [, family = "", name = ""] = /^(\w+)(?::(.+))?$/.exec(metric) ?? [];
  const figures = figuresOf(diff, family, name);
  if (figures === undefined) {
    return unmeasured(t("ledger.metric", { metric }));
  }
  const [first, ...others] = figures;
  if (first === undefined) {
    return unmeasured(t("ledger.absent", { metric }));
  }
  // Phases do not overlap, so growth of one function in several of them adds up; node kinds are walked within each other.
  if (others.length > 0 && family !== "function") {
    return unmeasured(t("ledger.several", { metric, count: figures.length }));
  }
  const without = figures.find(({ differenceBytes }) => differenceBytes === undefined);
  if (without !== undefined) {
    return unmeasured(reasonOf(without, metric));
  }
  return {
    measuredBytes: figures.reduce((sum, { differenceBytes = 0 }) => sum + differenceBytes, 0),
    noChange: figures.every(({ noChange }) => noChange),
    reason: undefined,
  };
}

/** Undefined for what is no metric. */
function figuresOf(diff: RunDiff, family: string, name: string): readonly FigureDiff[] | undefined {
  if (family === "peak" && name === "") {
    return diff.peak === undefined ? [] : [diff.peak];
  }
  const named = (figures: readonly FigureDiff[]): readonly FigureDiff[] =>
    figures.filter((figure) => figure.name === name || figure.renamedFrom === name);
  switch (name === "" ? "" : family) {
    case "phase":
      return named(diff.phases.filter(({ part }) => part === "phase" || part === "step"));
    case "function":
      return named(diff.functions);
    case "kind":
      return named(diff.kinds);
    default:
      return undefined;
  }
}

function reasonOf(figure: FigureDiff, metric: string): string {
  const below = figure.baseBelowBytes ?? figure.newBelowBytes;
  if (figure.absurd) {
    return t("ledger.absurd", { metric });
  }
  return below === undefined
    ? t("ledger.oneSide", { metric })
    : t("ledger.below", { metric, limit: formatReading(below) });
}

function unmeasured(reason: string): Measured {
  return { measuredBytes: undefined, noChange: false, reason };
}
