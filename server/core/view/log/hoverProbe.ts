// Hover over what a line of our own probes says: of a part of a function, a wrapped function, a place that allocates.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount } from "../../base/units.ts";
import type { CalleePlace, CheckpointPlace, ProbePlace } from "../../log/record.ts";
import { escapeMarkdown, inlineCode } from "../markdown.ts";
import { absurdText, bytesText, expectedText, type HoverSource, phaseOf, whileText } from "./hoverSource.ts";
import type { LineFigure } from "./lineFigures.ts";

export type ProbeLine = Extract<LineFigure, { type: "probe" }>;

/** What a probe measured of the function `name`; undefined when the place does not name it. */
export function probeTitle(name: string, place: ProbePlace): string | undefined {
  switch (place.type) {
    case "callee":
      return calleeTitle(name, place);
    case "checkpoint":
      return place.function === name ? checkpointTitle(place) : undefined;
    case "site":
      return place.function === name ? t("logFile.site", { what: inlineCode(place.what) }) : undefined;
    case "function":
    case "kind":
      return undefined;
  }
}

function calleeTitle(name: string, place: CalleePlace): string | undefined {
  if (place.name === name) {
    return place.caller === undefined
      ? t("logFile.callee")
      : t("logFile.calledFrom", { caller: inlineCode(place.caller) });
  }
  return place.caller === name ? t("logFile.caller", { name: inlineCode(place.name) }) : undefined;
}

/** What a probe measured at a place in the source. */
export function sourceTitle(place: ProbePlace): string | undefined {
  switch (place.type) {
    case "checkpoint":
      return checkpointTitle(place);
    case "site":
      return t("logFile.site", { what: inlineCode(place.what) });
    case "callee":
    case "function":
    case "kind":
      return undefined;
  }
}

function checkpointTitle({ index, label }: CheckpointPlace): string {
  return label === undefined
    ? t("logFile.checkpoint", { index })
    : t("logFile.labelledCheckpoint", { index, label: escapeMarkdown(label) });
}

/** Self and total, for a site calls and bytes asked for; then what is to be said of them. */
export function probeText({ run, row, place }: ProbeLine, { locale }: HoverSource): readonly string[] {
  const { probes } = run;
  const bytes = (column: Float64Array): string => bytesText(column[row], locale);
  const given = {
    count: formatCount(probes.count[row] ?? Number.NaN, locale),
    phase: whileText(place.phase ?? phaseOf(run, row, "probeRows")),
  };
  const figure =
    place.type === "site"
      ? t("logFile.siteFigure", { bytes: askedFor(probes.totalBytes[row], locale), ...given })
      : t("logFile.probeFigure", {
          total: bytes(probes.totalBytes),
          self: bytes(probes.selfBytes),
          ...given,
        });
  const absurd = run.absurd.probeRows.has(row) ? [absurdText(run, probes.line[row] ?? 0)] : [];
  return [figure, ...absurd, ...expectedText(run)];
}

function askedFor(bytes: number | undefined, locale: string): string {
  return bytes === undefined || Number.isNaN(bytes) ? t("logFile.notGiven") : formatAmount(bytes, locale);
}
