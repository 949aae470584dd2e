// Hover over a function's name: its figure as logged, what that means, where the function is declared.
import { t } from "../../base/text.ts";
import { formatDelta, formatReading, formatSeconds, formatShare } from "../../base/units.ts";
import type { Run } from "../../log/record.ts";
import type { Charge } from "../../model/charges.ts";
import type { Resolution } from "../../quartz/resolveName.ts";
import { inlineCode } from "../markdown.ts";
import { type ProbeLine, probeText, probeTitle } from "./hoverProbe.ts";
import {
  absurdText,
  declarationText,
  deltaText,
  expectedText,
  type HoverSource,
  listText,
  phaseOf,
  titleText,
  whileText,
} from "./hoverSource.ts";
import type { LineFigure } from "./lineFigures.ts";

/** Paragraphs on one figure of the line; none when it is about something else than the function. */
export function functionText(name: string, figure: LineFigure, source: HoverSource): readonly string[] {
  switch (figure.type) {
    case "function":
      return printedText(name, figure.run, figure.row, source);
    case "event":
      return eventText(name, figure.run, figure.row, source.locale);
    case "probe":
      return probedText(name, figure, source);
    case "phase":
    case "kind":
      return [];
  }
}

function printedText(name: string, run: Run, row: number, source: HoverSource): readonly string[] {
  const { functions } = run;
  if (functions.names[functions.name[row] ?? -1] !== name) {
    return [];
  }
  const phase = phaseOf(run, row, "functionRows");
  const delta = deltaText(functions.deltaBytes[row]);
  return [
    titleText(name, t("logFile.function")),
    meaningText(delta, phase),
    ...chargeText(name, phase, run, functions.line[row] ?? 0, source),
    ...expectedText(run),
  ];
}

function probedText(name: string, figure: ProbeLine, source: HoverSource): readonly string[] {
  const { place, run, row } = figure;
  if (place.type !== "function") {
    const title = probeTitle(name, place);
    return title === undefined ? [] : [titleText(name, title), ...probeText(figure, source)];
  }
  if (place.name !== name) {
    return [];
  }
  const phase = place.phase ?? phaseOf(run, row, "probeRows");
  return [
    titleText(name, t("logFile.function")),
    meaningText(deltaText(run.probes.totalBytes[row]), phase),
    ...chargeText(name, phase, run, run.probes.line[row] ?? 0, source),
    ...probeText(figure, source),
  ];
}

function meaningText(delta: string, phase: string | undefined): string {
  return `${growthText(delta, phase)} ${t("logFile.functionMeaning")}`;
}

/** @param delta a figure as logged */
export function growthText(delta: string, phase: string | undefined): string {
  return t("logFile.functionFigure", { delta, phase: whileText(phase) });
}

/** Rank and share of the function in the phase, or that the figure is flagged. */
function chargeText(
  name: string,
  phase: string | undefined,
  run: Run,
  line: number,
  { model, locale }: HoverSource,
): readonly string[] {
  const charges = model(run).charges.filter((charge) => charge.name === name && charge.phase === phase);
  if (charges.some((charge) => charge.absurd && charge.line === line)) {
    return [absurdText(run, line)];
  }
  const charge = charges.find(({ absurd }) => !absurd);
  return charge === undefined ? [] : [...severalText(charge), rankText(charge, locale)];
}

/** Says so where a figure is the sum of several lines. */
export function severalText({ rows, deltaBytes }: Charge): readonly string[] {
  return rows > 1 ? [t("logFile.severalLines", { rows, delta: formatDelta(deltaBytes) })] : [];
}

export function rankText({ share, rank, of }: Charge, locale: string): string {
  const place = t("lens.rank", { rank, of });
  return share === undefined
    ? place
    : `${t("lens.shareOfPhase", { share: formatShare(share, locale) })} · ${place}`;
}

function eventText(name: string, { events }: Run, row: number, locale: string): readonly string[] {
  if (events.places[events.place[row] ?? -1]?.name !== name) {
    return [];
  }
  const what = events.entering[row] === 1 ? t("logFile.entered") : t("logFile.left");
  const rssBytes = events.rssBytes[row] ?? Number.NaN;
  const elapsedMs = events.elapsedMs[row] ?? Number.NaN;
  return [
    titleText(name, what),
    Number.isNaN(rssBytes) ? t("logFile.notGiven") : formatReading(rssBytes),
    ...(Number.isNaN(elapsedMs) ? [] : [t("logFile.elapsed", { seconds: formatSeconds(elapsedMs, locale) })]),
  ];
}

/** Where a function is declared, or why that cannot be told. */
export function resolutionText(name: string, { sources }: HoverSource): readonly string[] {
  const found = sources.resolve(name);
  switch (found.how) {
    case "ambiguous": {
      const places = listText(found.candidates.map(declarationText));
      return [t("logFile.ambiguous", { count: found.candidates.length, places })];
    }
    case "runtime":
      return [t("logFile.runtime")];
    case "unknown":
      return [t("logFile.unknown")];
    case "exact":
    case "method":
    case "suffix":
      return [t("logFile.declared", { place: declarationText(found.entry) })];
    case "prefix":
      return [t("logFile.declared", { place: declarationText(found.entry) }), ...resolutionNote(found)];
  }
}

/** What is to be said of a name that leads to one function. */
export function resolutionNote(found: Resolution): readonly string[] {
  return found.how === "prefix" ? [t("logFile.generated", { rest: inlineCode(found.rest ?? "") })] : [];
}
