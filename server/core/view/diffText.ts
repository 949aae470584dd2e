// A comparison → the page that `quartz-rss diff` prints.
import { t } from "../base/text.ts";
import { formatSeconds } from "../base/units.ts";
import type { ElapsedDiff, KindDiff, PeakDiff, PhaseDiff, RunDiff } from "../model/compare/runDiff.ts";
import { changedName, changeText, timeChangeText } from "./changeText.ts";
import { phaseText } from "./lenses.ts";
import { runTitle } from "./runStatus.ts";

/** Names of the two logs. */
export interface DiffLogs {
  readonly base: string;
  readonly run: string;
}

/**
 * Lines without line ends. What stands in the way of comparing comes first.
 * @param top how many functions and how many kinds are named
 */
export function diffText(diff: RunDiff, logs: DiffLogs, top: number): readonly string[] {
  const title = {
    run: runTitle(diff.run.run, logs.run),
    base: runTitle(diff.base.run, logs.base),
  };
  return [
    t("diff.title", title),
    ...diff.remarks.map(({ text }) => t("diff.remark", { text })),
    ...table(t("diff.whole"), [
      ...(diff.peak === undefined ? [] : [peakRow(diff.peak)]),
      ...(diff.elapsed === undefined ? [] : [elapsedRow(diff.elapsed)]),
    ]),
    ...table(
      t("diff.phases"),
      diff.phases.map(phaseRow).filter(([figure]) => figure !== ""),
    ),
    ...topTable(
      t("diff.functions"),
      diff.functions.map(
        (figure): Row => [changeText(figure), `${changedName(figure)}  (${phaseText(figure.phase)})`],
      ),
      top,
    ),
    ...topTable(t("diff.kinds"), diff.kinds.map(kindRow), top),
  ];
}

type Row = readonly [figure: string, text: string];

function topTable(heading: string, rows: readonly Row[], top: number): readonly string[] {
  const shown = rows.slice(0, top);
  const more = rows.length - shown.length;
  return table(heading, more === 0 ? shown : [...shown, ["", t("report.moreKinds", { count: more })]]);
}

/** A heading and its rows, or nothing when there are no rows. */
function table(heading: string, rows: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([figure]) => figure.length));
  return rows.length === 0
    ? []
    : [heading, ...rows.map(([figure, text]) => `  ${figure.padEnd(width)}  ${text}`)];
}

function peakRow(peak: PeakDiff): Row {
  const from = peak.newFrom ?? peak.baseFrom;
  const text = from === undefined || peak.newFrom !== peak.baseFrom ? "" : ` (${t(`compare.${from}`)})`;
  return [changeText(peak), `${t("diff.peak")}${text}`];
}

function elapsedRow({ baseMs, newMs, differenceMs, ratio, noChange, from }: ElapsedDiff): Row {
  const [now, before] = [secondsText(newMs), secondsText(baseMs)];
  const name = from === "wall" ? t("diff.wall") : t("diff.elapsed");
  if (newMs === undefined || differenceMs === undefined) {
    return [t("diff.was", { now, before }), name];
  }
  return [noChange ? t("diff.noChange", { now }) : timeChangeText(newMs, differenceMs, ratio), name];
}

function secondsText(ms: number | undefined): string {
  return ms === undefined ? "?" : formatSeconds(ms);
}

function phaseRow(figure: PhaseDiff): Row {
  const { name, part, newBytes } = figure;
  const isGap = part === "gap" || (part === "start" && newBytes !== undefined);
  const shown = isGap ? t("report.gap", { phase: name }) : part === "step" ? `  ${name}` : name;
  return [changeText(figure), shown];
}

function kindRow(figure: KindDiff): Row {
  const text = t("diff.kind", { name: figure.name, dispatcher: figure.dispatcher });
  return [changeText(figure), `${text}  (${phaseText(figure.phase)})`];
}
