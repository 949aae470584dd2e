// A run → the page that `quartz-rss report` prints. Fixed columns, so that it reads well and greps well.
import { t } from "../base/text.ts";
import {
  formatAmount,
  formatCount,
  formatDelta,
  formatDifference,
  formatReading,
  formatSeconds,
  formatShare,
} from "../base/units.ts";
import type { Run } from "../log/record.ts";
import type { Charge } from "../model/charges.ts";
import type { KindFigure } from "../model/kindFigures.ts";
import type { Remainder } from "../model/remainders.ts";
import type { RunSummary } from "../model/runSummary.ts";
import type { Span } from "../model/spans.ts";
import { phaseText } from "./lenses.ts";
import { probeTables } from "./reportProbes.ts";
import { runTitle } from "./runStatus.ts";
import { stateNotes } from "./stateNotes.ts";

/** How many problems the page names before it only counts them. */
const PROBLEMS_SHOWN = 3;

/**
 * Lines without line ends.
 * @param top how many probes of each type are named; the summary says how many functions and kinds
 * @param log name of the log
 */
export function reportText(summary: RunSummary, log: string, top: number): readonly string[] {
  const { run, spans } = summary;
  return [
    titleLine(run, log),
    ...table(
      t("report.phases"),
      spans.flatMap((span, index) => [...spanRows(span), ...noteRows(summary, index)]),
    ),
    ...table(t("report.functions"), functionRows(summary)),
    ...table(t("report.kinds"), kindRows(summary)),
    ...probeTables(summary.probes, top).flatMap(({ heading, rows }) => table(heading, rows)),
    ...run.notes.map(({ text }) => t("report.notes", { text })),
    ...run.unknown.slice(0, 1).map(({ line, text }) => {
      const count = run.unknown.reduce((sum, group) => sum + group.count, 0);
      return t("report.unknown", { count, line: line + 1, text });
    }),
    ...problemLines(run),
  ];
}

function titleLine(run: Run, log: string): string {
  const title = runTitle(run, log);
  const peak = run.peakBytes === undefined ? "" : t("report.peak", { peak: formatReading(run.peakBytes) });
  if (run.maxReadingBytes === undefined) {
    return t("report.titleNoReading", { title, peak });
  }
  return t("report.title", { title, reading: formatReading(run.maxReadingBytes), peak });
}

/** A heading and its rows, or nothing when there are no rows. The first column is right-aligned. */
function table(
  heading: string,
  rows: readonly (readonly [figure: string, text: string])[],
): readonly string[] {
  const width = Math.max(0, ...rows.map(([figure]) => figure.length));
  return rows.length === 0
    ? []
    : [heading, ...rows.map(([figure, text]) => `  ${figure.padStart(width)}  ${text}`)];
}

type Row = readonly [figure: string, text: string];

function spanRows(span: Span): readonly Row[] {
  const steps = span.steps.map((step): Row => [figureOf(step.deltaBytes), `  ${step.name}`]);
  const elapsed = span.elapsedMs === undefined ? "" : `  ${formatSeconds(span.elapsedMs)}`;
  return [...steps, [figureOf(span.deltaBytes), flag(`${spanName(span)}${elapsed}`, span.absurd)]];
}

/** What the state counts allow to say stands under the phase that they belong to. */
function noteRows(summary: RunSummary, index: number): readonly Row[] {
  return stateNotes(summary, index, "en").map((note): Row => ["", `  ${note}`]);
}

function spanName(span: Span): string {
  if (span.kind === "open") {
    return t("report.open");
  }
  const isBefore = span.kind === "gap" || (span.kind === "start" && span.deltaBytes !== undefined);
  return isBefore ? t("report.gap", { phase: span.name }) : span.name;
}

function figureOf(bytes: number | undefined): string {
  return bytes === undefined ? "" : formatDelta(bytes);
}

function functionRows({ charges, rest, remainders, spans }: RunSummary): readonly Row[] {
  const delta = formatDifference(rest.deltaBytes);
  const more: readonly Row[] = rest.count === 0 ? [] : [["", t("report.more", { count: rest.count, delta })]];
  return [
    ...charges.map(chargeRow),
    ...more,
    ...remainders.filter(({ bytes }) => bytes !== 0).map((rest) => remainderRow(rest, spans)),
  ];
}

function remainderRow({ bytes, span, step }: Remainder, spans: readonly Span[]): Row {
  const within = spans[span];
  const phase = (step < 0 ? within?.name : within?.steps[step]?.name) ?? "";
  return bytes < 0 && (within?.deltaBytes ?? 0) >= 0
    ? [formatDifference(-bytes), t("report.overExplained", { phase })]
    : [formatDifference(bytes), t("report.remainder", { phase })];
}

function chargeRow(charge: Charge): Row {
  const share = charge.share === undefined ? "" : `, ${formatShare(charge.share)}`;
  return [
    formatDelta(charge.deltaBytes),
    flag(`${charge.name}  (${phaseText(charge.phase)}${share})`, charge.absurd),
  ];
}

function kindRows({ kinds, furtherKinds }: RunSummary): readonly Row[] {
  const more: readonly Row[] = furtherKinds > 0 ? [["", t("report.moreKinds", { count: furtherKinds })]] : [];
  return [...kinds.map(kindRow), ...more];
}

function kindRow(kind: KindFigure): Row {
  const average = kind.averageBytes === undefined ? "" : `, ≈ ${formatAmount(kind.averageBytes)} each`;
  const self =
    kind.selfBytes === undefined ? "" : `, ${t("report.self", { self: formatDelta(kind.selfBytes) })}`;
  const lines = kind.rows === 1 ? "" : `, ${t("report.largestOf", { rows: formatCount(kind.rows) })}`;
  const figures = `/ ${formatCount(kind.count)}${average}${self}${lines}`;
  const text = `${kind.name} in ${kind.dispatcher}  ${figures} (${phaseText(kind.phase)})`;
  return [formatDelta(kind.totalBytes), flag(text, kind.absurd)];
}

function problemLines(run: Run): readonly string[] {
  const count = run.problems.length + run.furtherProblems;
  if (count === 0) {
    return [];
  }
  const shown = run.problems.slice(0, PROBLEMS_SHOWN);
  return [
    t("report.problems", { count }),
    ...shown.map(({ line, column, message }) =>
      t("report.problem", { line: line + 1, column: column + 1, message }),
    ),
    ...(count > shown.length ? [t("report.moreProblems", { count: count - shown.length })] : []),
  ];
}

function flag(text: string, absurd: boolean): string {
  return absurd ? t("flag.absurd", { text }) : text;
}
