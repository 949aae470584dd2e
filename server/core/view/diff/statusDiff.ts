// The status of a run that is compared with a baseline: how far it came down, or up, and what stands in the way of saying so.
import { t } from "../../base/text.ts";
import { formatDelta, formatReading, formatSeconds, formatSignedShare } from "../../base/units.ts";
import type { ElapsedDiff, PhaseDiff } from "../../model/compare/runDiff.ts";
import type { RunStatus } from "../runStatus.ts";
import type { Comparison } from "./comparison.ts";
import { leastDifference, withDifference } from "./diffText.ts";

/** `Δ 7810 MB ▼ 4,660 (−37 %) · typecheck +737 MB ▼ 4,664 (−86 %)`, the baseline's name and all phases in the tooltip. */
export function comparedStatus(status: RunStatus, comparison: Comparison, locale: string): RunStatus {
  const peak = peakText(comparison, locale);
  const most = largestDifference(comparison.diff.phases);
  const parts = [
    ...(peak === undefined ? [] : [peak]),
    ...(most === undefined ? [] : [phaseDiffText(most, comparison, locale)]),
  ];
  return {
    title: status.title,
    text: t("baseline.status", { figures: parts.length === 0 ? status.text : parts.join(" · ") }),
    details: [...comparisonNotes(comparison), ...differenceLines(comparison, locale), ...status.details],
  };
}

/** Which baseline it is; then what is to be known before any figure. */
export function comparisonNotes({ title, approximate, diff }: Comparison): readonly string[] {
  return [
    t(approximate ? "baseline.withApproximate" : "baseline.with", { title }),
    ...diff.remarks.map(({ text }) => text),
  ];
}

/** Peak, duration and every phase that differs, a line each. */
export function differenceLines(comparison: Comparison, locale: string): readonly string[] {
  const { phases, elapsed } = comparison.diff;
  const peak = peakText(comparison, locale);
  const time = elapsed && elapsedText(elapsed, locale);
  return [
    ...(peak === undefined ? [] : [t("baseline.peak", { figure: peak })]),
    ...(time === undefined ? [] : [time]),
    ...phases.filter(isTold).map((phase) => phaseDiffText(phase, comparison, locale)),
  ];
}

/** `typecheck +737 MB ▼ 4,664 (−86 %)` */
export function phaseDiffText(diff: PhaseDiff, comparison: Comparison, locale: string): string {
  const name = diff.part === "gap" ? t("tree.phaseGap", { phase: diff.name }) : diff.name;
  const { newBytes, baseBytes } = diff;
  if (newBytes === undefined) {
    const figure = baseBytes === undefined ? "" : formatDelta(baseBytes);
    return t("baseline.phaseGone", { name, figure });
  }
  const options = { comparison, locale };
  return t("tree.figure", {
    figure: name,
    name: withDifference(formatDelta(newBytes), diff, "phase", options),
  });
}

/** Highest reading or peak: unsigned, as a log prints it. */
function peakText(comparison: Comparison, locale: string): string | undefined {
  const { peak } = comparison.diff;
  return peak?.newBytes === undefined
    ? undefined
    : withDifference(formatReading(peak.newBytes), peak, "phase", { comparison, locale });
}

function elapsedText({ baseMs, newMs, ratio, noChange }: ElapsedDiff, locale: string): string | undefined {
  if (baseMs === undefined || newMs === undefined) {
    return undefined;
  }
  const figures = { now: formatSeconds(newMs, locale), before: formatSeconds(baseMs, locale) };
  return ratio === undefined || noChange
    ? t("baseline.elapsedOnly", figures)
    : t("baseline.elapsed", { ...figures, change: formatSignedShare(ratio, locale) });
}

function largestDifference(phases: readonly PhaseDiff[]): PhaseDiff | undefined {
  const size = (diff: PhaseDiff): number => Math.abs(leastDifference(diff));
  const [most] = phases.filter(({ part }) => part === "phase").toSorted((a, b) => size(b) - size(a));
  return most === undefined || size(most) === 0 ? undefined : most;
}

/** What did not change need not be told. */
function isTold({ part, noChange, baseBytes, newBytes }: PhaseDiff): boolean {
  const isKnown = baseBytes !== undefined || newBytes !== undefined;
  return isKnown && !noChange && (part === "phase" || part === "gap");
}
