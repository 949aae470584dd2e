// Hover over a phase's name: the reading, both growths, time, and what no line explains.
import { t } from "../../base/text.ts";
import {
  formatDelta,
  formatDifference,
  formatReading,
  formatSeconds,
  formatShare,
} from "../../base/units.ts";
import type { Phase, Run } from "../../log/record.ts";
import type { Remainder } from "../../model/remainders.ts";
import type { RunModel } from "../../model/runModel.ts";
import { escapeMarkdown, markdownList } from "../markdown.ts";
import { stateNotes } from "../stateNotes.ts";
import { absurdText, expectedText, type HoverSource, titleText } from "./hoverSource.ts";

export function phaseParagraphs(run: Run, phase: Phase, source: HoverSource): readonly string[] {
  const { locale } = source;
  const isAbsurd = run.absurd.phases.has(run.phases.indexOf(phase));
  return [
    titleText(phase.name, phase.subPhase ? t("logFile.step") : t("logFile.phase")),
    readingText(phase, locale),
    ...timeText(phase, locale),
    ...(phase.remark === "" ? [] : [escapeMarkdown(phase.remark)]),
    ...stateText(source.model(run), phase, locale),
    ...(isAbsurd ? [absurdText(run, phase.line)] : remainderText(source.model(run), phase, locale)),
    ...expectedText(run),
  ];
}

function readingText({ rssBytes, deltaBytes, growthBytes }: Phase, locale: string): string {
  return [
    Number.isNaN(rssBytes)
      ? t("logFile.notGiven")
      : t("logFile.reading", { reading: formatReading(rssBytes) }),
    ...(deltaBytes === undefined || Number.isNaN(deltaBytes)
      ? []
      : [t("logFile.printed", { delta: formatDelta(deltaBytes) })]),
    ...(growthBytes === undefined
      ? []
      : [t("logFile.computed", { growth: formatDifference(growthBytes, locale) })]),
  ].join(" · ");
}

function timeText({ elapsedMs }: Phase, locale: string): readonly string[] {
  return elapsedMs === undefined || Number.isNaN(elapsedMs)
    ? []
    : [t("logFile.elapsed", { seconds: formatSeconds(elapsedMs, locale) })];
}

/** The part of the phase, or of the step, that no function line explains. */
function remainderText(model: RunModel, phase: Phase, locale: string): readonly string[] {
  const found = remainderOf(model, phase.line);
  return found === undefined ? [] : restText(found.rest, found.deltaBytes, locale);
}

/** @param deltaBytes growth of the span or step that the remainder is a part of */
export function restText({ bytes }: Remainder, deltaBytes: number, locale: string): readonly string[] {
  if (bytes === 0) {
    return [];
  }
  if (bytes < 0 && deltaBytes > 0) {
    return [t("logFile.overExplained", { amount: formatDifference(-bytes, locale) })];
  }
  const amount = formatDifference(bytes, locale);
  return [t("logFile.remainder", { amount, share: formatShare(bytes / deltaBytes, locale) })];
}

function remainderOf(
  { spans, remainders }: RunModel,
  line: number,
): { readonly rest: Remainder; readonly deltaBytes: number } | undefined {
  for (const rest of remainders) {
    const span = spans[rest.span];
    const place = rest.step < 0 ? span : span?.steps[rest.step];
    if (place?.line === line && place.deltaBytes !== undefined && place.deltaBytes !== 0) {
      return { rest, deltaBytes: place.deltaBytes };
    }
  }
  return undefined;
}

/** What the state counts in front of the reading allow to say, as a list. */
function stateText(model: RunModel, { line }: Phase, locale: string): readonly string[] {
  const notes = stateNotes(
    model,
    model.spans.findLastIndex((span) => span.line === line),
    locale,
  );
  return notes.length === 0 ? [] : [markdownList(notes.map(escapeMarkdown))];
}
