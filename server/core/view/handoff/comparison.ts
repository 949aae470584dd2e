// What became of each figure since a baseline, as a part of a hand-off. Said first is what stands in the way of comparing.
import { t } from "../../base/text.ts";
import { formatCount, formatSeconds } from "../../base/units.ts";
import type { ElapsedDiff, FigureDiff, RunDiff } from "../../model/compare/runDiff.ts";
import { changedName, changeText, timeChangeText } from "../changeText.ts";
import { escapeProse } from "../markdown.ts";
import { runTitle } from "../runStatus.ts";
import { codeCell, markdownTable, section } from "./markdownTable.ts";

/**
 * @param base name of the baseline's log
 * @param top how many functions and how many kinds are listed
 */
export function comparisonSection(diff: RunDiff, base: string, top: number): readonly string[] {
  const functions = changed(diff.functions);
  const kinds = changed(diff.kinds);
  const left = Math.max(0, functions.length - top) + Math.max(0, kinds.length - top);
  const rows = [
    ...(diff.peak === undefined ? [] : [[t("handoff.peak"), escapeProse(changeText(diff.peak))]]),
    ...(diff.elapsed === undefined ? [] : [[t("handoff.time"), escapeProse(elapsedText(diff.elapsed))]]),
    ...diff.phases.map((figure) => row(t("handoff.phase"), figure)),
    ...functions.slice(0, top).map((figure) => row(t("handoff.function"), figure)),
    ...kinds.slice(0, top).map((figure) => row(t("handoff.kind"), figure)),
  ];
  return section(t("handoff.comparison", { base: escapeProse(runTitle(diff.base.run, base)) }), [
    diff.remarks.map(({ text }) => `- ${escapeProse(text)}`),
    [t("handoff.comparisonNote")],
    markdownTable(
      [
        { heading: t("handoff.compared"), align: "left" },
        { heading: t("handoff.change"), align: "left" },
      ],
      rows.filter(([, change]) => change !== ""),
    ),
    left === 0 ? [] : [t("handoff.moreChanges", { count: formatCount(left) })],
  ]);
}

/** What is as it was says nothing that the tables above do not. */
function changed<F extends FigureDiff>(figures: readonly F[]): readonly F[] {
  return figures.filter(({ noChange }) => !noChange);
}

/** What kind of figure it is comes first: a row that begins with a node kind would be read as one. */
function row(what: string, figure: FigureDiff): readonly string[] {
  const phase = figure.phase === undefined ? "" : `, ${codeCell(figure.phase)}`;
  return [`${what} ${codeCell(changedName(figure))}${phase}`, escapeProse(changeText(figure))];
}

function elapsedText({ baseMs, newMs, differenceMs, ratio, noChange }: ElapsedDiff): string {
  if (newMs === undefined || differenceMs === undefined) {
    return [baseMs, newMs].map((ms) => (ms === undefined ? "?" : formatSeconds(ms))).join(" → ");
  }
  return noChange
    ? t("diff.noChange", { now: formatSeconds(newMs) })
    : timeChangeText(newMs, differenceMs, ratio);
}
