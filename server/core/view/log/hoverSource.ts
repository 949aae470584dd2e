// What hovers over a log are made from, and the parts that all of them share.
import { t } from "../../base/text.ts";
import { formatAmount, formatDelta, MEBIBYTE } from "../../base/units.ts";
import type { MemoryLog, Run } from "../../log/record.ts";
import type { RunModel } from "../../model/runModel.ts";
import type { IndexEntry } from "../../quartz/symbolIndex.ts";
import { phaseText } from "../lenses.ts";
import { escapeMarkdown, inlineCode, markdownLink } from "../markdown.ts";
import type { LogLines } from "./logFolds.ts";
import { fileName, type LogSources, type SourceTarget } from "./logSources.ts";

export interface HoverSource {
  readonly log: MemoryLog;
  readonly lines: LogLines;
  readonly sources: LogSources;
  readonly model: (run: Run) => RunModel;
  readonly locale: string;
}

/** How many places a hover names before it only counts them. */
const MAX_PLACES = 5;

export function titleText(name: string, what: string): string {
  return t("logFile.title", { name: inlineCode(name), what });
}

/** `while typecheck`, with the phase's name as text. */
export function whileText(phase: string | undefined): string {
  return escapeMarkdown(phaseText(phase));
}

/** Growth that a probe printed in bytes: whole MB as in the rest of the log, below that in the unit that suits it. */
export function bytesText(bytes: number | undefined, locale: string): string {
  if (bytes === undefined || Number.isNaN(bytes) || Math.abs(bytes) >= MEBIBYTE) {
    return deltaText(bytes);
  }
  return `${bytes < 0 ? "" : "+"}${formatAmount(bytes, locale)}`;
}

/** A figure as logged, in whole MB. */
export function deltaText(bytes: number | undefined): string {
  return bytes === undefined || Number.isNaN(bytes) ? t("logFile.notGiven") : formatDelta(bytes);
}

/** The phase whose reading closed a row of the run; undefined while it is open. */
export function phaseOf(
  { phases }: Run,
  row: number,
  rows: "functionRows" | "kindRows" | "probeRows",
): string | undefined {
  return phases.find((phase) => row < phase[rows].to)?.name;
}

/** Why the figures of a line are flagged. */
export function absurdText({ problems }: Run, line: number): string {
  const why = problems
    .filter((problem) => problem.line === line)
    .map(({ message }) => escapeMarkdown(message));
  return t("logFile.absurd", { why: why.join(" ") }).trim();
}

/** Says so when the run is one of expectations. */
export function expectedText({ kind }: Run): readonly string[] {
  return kind === "expectation" ? [t("logFile.expected")] : [];
}

export function declarationText({ uri, symbol }: IndexEntry): string {
  return placeText(symbol.name, { uri, range: symbol.nameRange });
}

/** `name (file, line 12)`, a link to it. */
export function placeText(name: string, { uri, range }: SourceTarget): string {
  const line = range.start.line + 1;
  const place = t("logFile.place", {
    name: inlineCode(name),
    file: escapeMarkdown(fileName(uri)),
    line,
  });
  return markdownLink(place, `${uri}#L${line}`);
}

export function listText(places: readonly string[]): string {
  const shown = places.slice(0, MAX_PLACES).join(", ");
  return places.length > MAX_PLACES
    ? t("logFile.andMore", { places: shown, count: places.length - MAX_PLACES })
    : shown;
}
