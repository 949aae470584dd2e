// "Compared with …" in a hover over a source: what stands in the way of comparing first, then the figures of both runs.
import { t } from "../../base/text.ts";
import { formatDelta } from "../../base/units.ts";
import type { FigureDiff } from "../../model/compare/runDiff.ts";
import { phaseText } from "../lenses.ts";
import { escapeMarkdown, inlineCode, markdownList } from "../markdown.ts";
import type { Comparison } from "./comparison.ts";
import { beforeText, changeText, type DiffedKind, nowText } from "./diffText.ts";

/** Paragraphs; none where the baseline has nothing to do with the figures. */
export function hoverDiff(
  diffs: readonly (FigureDiff | undefined)[],
  of: DiffedKind,
  comparison: Comparison | undefined,
  locale: string,
): readonly string[] {
  const known = diffs.filter((diff) => diff !== undefined);
  if (comparison === undefined || known.length === 0) {
    return [];
  }
  const { title, approximate, diff } = comparison;
  const heading = t(approximate ? "baseline.withApproximate" : "baseline.with", { title });
  const remarks = diff.remarks.map(({ text }) => escapeMarkdown(text));
  return [
    `**${escapeMarkdown(heading)}**`,
    ...(remarks.length === 0 ? [] : [markdownList(remarks)]),
    markdownList(known.map((figure) => lineOf(figure, of, comparison, locale))),
  ];
}

/** `while typecheck: +136 MB, was +148 MB: ▼ 12 (−8.1 %)` */
function lineOf(diff: FigureDiff, of: DiffedKind, comparison: Comparison, locale: string): string {
  const phase = escapeMarkdown(phaseText(diff.phase));
  const { baseBytes, newBytes } = diff;
  if (newBytes === undefined || diff.fate === "gone") {
    const before = baseBytes === undefined ? "?" : formatDelta(baseBytes);
    return t("baseline.hoverGone", { phase, before, words: nowText(diff, of, comparison) });
  }
  const now = formatDelta(newBytes);
  const renamed =
    diff.renamedFrom === undefined
      ? ""
      : ` · ${t("baseline.renamed", { name: inlineCode(diff.renamedFrom) })}`;
  if (baseBytes === undefined) {
    return t("baseline.hoverNew", { phase, now, words: beforeText(diff, of, comparison) });
  }
  const change = changeText(diff, locale) ?? beforeText(diff, of, comparison);
  return `${t("baseline.hoverBoth", { phase, now, before: formatDelta(baseBytes), change })}${renamed}`;
}
