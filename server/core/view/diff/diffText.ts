// A difference from the baseline in words: what stands behind a figure. Where a log prints only what is large, what it does
// not print is below a bound, never nothing.
import { t } from "../../base/text.ts";
import { formatChange, formatReading } from "../../base/units.ts";
import type { FigureDiff } from "../../model/compare/runDiff.ts";
import type { Comparison } from "./comparison.ts";

/** What a figure is of. */
export type DiffedKind = "function" | "kind" | "phase";

/** What is compared with, and how numbers are written. */
interface Pinned {
  readonly comparison: Comparison;
  readonly locale: string;
}

/** `737 MB ▼ 4,664 (−86 %)`, `+136 MB (was below 8 MB)`; the figure alone where nothing is known of the baseline. */
export function withDifference(
  figure: string,
  diff: FigureDiff | undefined,
  of: DiffedKind,
  pinned: Pinned,
): string {
  const parts = partsOf(diff, of, pinned);
  const changed = parts.change === undefined ? figure : `${figure} ${parts.change}`;
  const words = parts.words.join(", ");
  return words === "" ? changed : t("baseline.withWords", { figure: changed, words });
}

/** The same without the figure: `▼ 4,664 (−86 %)`, `was below 8 MB`. */
export function differenceWords(
  diff: FigureDiff | undefined,
  of: DiffedKind,
  pinned: Pinned,
): readonly string[] {
  const { change, words } = partsOf(diff, of, pinned);
  return change === undefined ? words : [change, ...words];
}

interface Parts {
  readonly change: string | undefined;
  readonly words: readonly string[];
}

function partsOf(diff: FigureDiff | undefined, of: DiffedKind, { comparison, locale }: Pinned): Parts {
  if (diff === undefined || diff.absurd) {
    return { change: undefined, words: [] };
  }
  const change = changeText(diff, locale);
  const words = [
    ...(change === undefined ? [beforeText(diff, of, comparison)] : []),
    ...(diff.renamedFrom === undefined ? [] : [t("baseline.renamed", { name: diff.renamedFrom })]),
  ];
  return { change, words };
}

/** `▼ 4,664 (−86 %)`, of approximate figures `≈ ▼ 4,664 (−86 %)`; undefined where there is no difference to tell. */
export function changeText(
  { noChange, differenceBytes, ratio, approximate }: FigureDiff,
  locale: string,
): string | undefined {
  if (noChange || differenceBytes === undefined) {
    return undefined;
  }
  const change = formatChange(differenceBytes, ratio, locale);
  return approximate ? t("baseline.approximately", { change }) : change;
}

/** What the baseline says of a figure of the shown run, where there is no difference. */
export function beforeText(diff: FigureDiff, of: DiffedKind, comparison: Comparison): string {
  if (diff.noChange) {
    return t("baseline.noChange");
  }
  if (diff.baseBelowBytes !== undefined) {
    return t("baseline.wasBelow", { bound: formatReading(diff.baseBelowBytes) });
  }
  if (diff.fate !== "new") {
    return t("baseline.unknownBefore");
  }
  if (of === "phase") {
    return t("baseline.new");
  }
  return t(measures(comparison.diff.base, of) ? "baseline.newInLog" : "baseline.notMeasuredBefore");
}

/** What the shown run says of a figure that the baseline alone has. */
export function nowText(diff: FigureDiff | undefined, of: DiffedKind, comparison: Comparison): string {
  if (diff?.newBelowBytes !== undefined) {
    return t("baseline.nowBelow", { bound: formatReading(diff.newBelowBytes) });
  }
  if (of === "phase") {
    return t("baseline.gone");
  }
  return t(measures(comparison.diff.run, of) ? "baseline.goneFromLog" : "baseline.notMeasuredNow");
}

function measures({ charges, kinds }: Comparison["diff"]["run"], of: "function" | "kind"): boolean {
  return of === "function" ? charges.length > 0 : kinds.length > 0;
}

/**
 * Signed bytes by which the figure differs for certain: where one side only says that it is below a bound, the distance
 * from the other to that bound. 0 for no change, and where nothing is certain.
 */
export function leastDifference(diff: FigureDiff | undefined): number {
  if (diff === undefined || diff.noChange || diff.absurd) {
    return 0;
  }
  const { differenceBytes, baseBytes, newBytes, baseBelowBytes, newBelowBytes } = diff;
  if (differenceBytes !== undefined) {
    return differenceBytes;
  }
  if (newBytes !== undefined && baseBelowBytes !== undefined) {
    return Math.max(0, newBytes - baseBelowBytes);
  }
  return baseBytes !== undefined && newBelowBytes !== undefined ? Math.min(0, newBelowBytes - baseBytes) : 0;
}
