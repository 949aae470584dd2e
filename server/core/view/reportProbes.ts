// Checkpoints, callees and sites in the report for people: largest first.
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatDelta } from "../base/units.ts";
import type { ProbeFigure } from "../model/probeFigures.ts";
import { phaseText } from "./lenses.ts";

interface ProbeTable {
  readonly heading: string;
  readonly rows: readonly (readonly [figure: string, text: string])[];
}

/** @param top rows of each table; what is left out is counted */
export function probeTables(probes: readonly ProbeFigure[], top: number): readonly ProbeTable[] {
  const tables = [
    { type: "callee", heading: t("report.callees"), figure: total },
    { type: "checkpoint", heading: t("report.checkpoints"), figure: total },
    { type: "site", heading: t("report.sites"), figure: askedFor },
  ] as const;
  return tables.map(({ type, heading, figure }) => {
    const sorted = probes
      .filter(({ place }) => place.type === type)
      .toSorted((a, b) => weightOf(b) - weightOf(a));
    const more =
      sorted.length > top ? [["", t("report.moreKinds", { count: sorted.length - top })] as const] : [];
    return {
      heading,
      rows: [...sorted.slice(0, top).map((probe) => [figure(probe), textOf(probe)] as const), ...more],
    };
  });
}

function weightOf({ absurd, place, totalBytes, count }: ProbeFigure): number {
  return absurd ? Number.NEGATIVE_INFINITY : ((place.type === "site" ? count : totalBytes) ?? 0);
}

function total({ totalBytes }: ProbeFigure): string {
  return totalBytes === undefined ? "?" : formatDelta(totalBytes);
}

function askedFor({ totalBytes }: ProbeFigure): string {
  return totalBytes === undefined ? "" : `≈ ${formatAmount(totalBytes)}`;
}

function textOf(probe: ProbeFigure): string {
  const { place, count, totalBytes, selfBytes, phase, absurd } = probe;
  const isGrowth = place.type !== "site";
  const average =
    isGrowth && totalBytes !== undefined && count !== undefined && count > 0 ? totalBytes / count : undefined;
  const text = t("report.probe", {
    place: placeText(place),
    count: formatCount(count ?? Number.NaN),
    average: average === undefined ? "" : `, ≈ ${formatAmount(average)} each`,
    self: selfBytes === undefined ? "" : `, ${t("report.self", { self: formatDelta(selfBytes) })}`,
    phase: phaseText(phase),
  });
  return absurd ? t("flag.absurd", { text }) : text;
}

function placeText(place: ProbeFigure["place"]): string {
  switch (place.type) {
    case "callee":
      return place.caller === undefined
        ? place.name
        : t("report.calledFrom", { name: place.name, caller: place.caller });
    case "checkpoint":
      return place.label ?? t("report.part", { name: place.function, index: place.index });
    case "site":
      return t("report.siteAt", { what: place.what, file: place.source.file, line: place.source.line + 1 });
  }
}
