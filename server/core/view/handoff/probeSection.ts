// Checkpoints, callees and sites in a hand-off: a table for people, and the lines as probes print them, to the byte.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount, formatDelta } from "../../base/units.ts";
import type { ProbeFigure } from "../../model/probeFigures.ts";
import { codeCell, fenced, markdownTable, section } from "./markdownTable.ts";

/** @param top how many are listed, the largest of all types; nothing where there are none */
export function probeSection(probes: readonly ProbeFigure[], top: number): readonly string[] {
  const listed = probes.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, top);
  return listed.length === 0
    ? []
    : section(t("handoff.probes"), [
        markdownTable(
          [
            { heading: t("handoff.probe"), align: "left" },
            { heading: t("handoff.probeWhat"), align: "left" },
            { heading: t("handoff.probeTotal"), align: "right" },
            { heading: t("handoff.probeSelf"), align: "right" },
            { heading: t("handoff.count"), align: "right" },
            { heading: t("handoff.phase"), align: "left" },
          ],
          listed.map(probeRow),
        ),
        probes.length > top
          ? [t("handoff.moreProbes", { count: formatCount(probes.length - listed.length) })]
          : [],
        [t("handoff.probesLines")],
        fenced(listed.flatMap(probeLine), "log"),
      ]);
}

function weightOf({ absurd, totalBytes, count }: ProbeFigure): number {
  return absurd ? Number.NEGATIVE_INFINITY : (totalBytes ?? count ?? 0);
}

function probeRow(probe: ProbeFigure): readonly string[] {
  const { place, totalBytes, selfBytes, count, phase, absurd } = probe;
  const total =
    totalBytes === undefined
      ? "-"
      : place.type === "site"
        ? `≈ ${formatAmount(totalBytes)}`
        : formatDelta(totalBytes);
  return [
    codeCell(placeText(place)),
    t(`handoff.${place.type}`),
    absurd ? t("handoff.absurd", { figure: total }) : total,
    selfBytes === undefined ? "-" : formatDelta(selfBytes),
    count === undefined ? "-" : formatCount(count),
    codeCell(phase ?? ""),
  ];
}

function placeText(place: ProbeFigure["place"]): string {
  switch (place.type) {
    case "callee":
      return place.caller === undefined ? place.name : `${place.caller} → ${place.name}`;
    case "checkpoint":
      return `${place.function} #${place.index}${place.label === undefined ? "" : ` ${place.label}`}`;
    case "site":
      return `${place.what} ${place.source.file}:${place.source.line + 1}`;
  }
}

/** Nothing for a figure that could not be counted: the line could not be read again. */
function probeLine(probe: ProbeFigure): readonly string[] {
  const { place, totalBytes, selfBytes, count, phase } = probe;
  if (count === undefined || (place.type !== "site" && totalBytes === undefined)) {
    return [];
  }
  const tail = [
    word("self", selfBytes),
    word(place.type === "site" ? "bytes" : "total", totalBytes),
    word("calls", count),
  ];
  return [[...placeWords(place, phase), ...tail].filter((text) => text !== "").join(" ")];
}

function placeWords(place: ProbeFigure["place"], phase: string | undefined): readonly string[] {
  switch (place.type) {
    case "callee":
      return ["[mem-callee]", word("phase", phase), word("fn", place.name), word("caller", place.caller)];
    case "checkpoint":
      return [
        ...["[mem-cp]", word("phase", phase), word("fn", place.function), word("index", place.index)],
        ...[word("label", place.label), sourceWord(place.source)],
      ];
    case "site":
      return [
        ...["[mem-site]", word("phase", phase), word("fn", place.function), sourceWord(place.source)],
        word("what", place.what),
      ];
  }
}

function sourceWord(source: { readonly file: string; readonly line: number } | undefined): string {
  return source === undefined ? "" : word("at", `${source.file}:${source.line + 1}`);
}

function word(key: string, value: string | number | undefined): string {
  if (value === undefined) {
    return "";
  }
  return typeof value === "string" && /[\s"]/.test(value)
    ? `${key}="${value.replace(/["\\]/g, "\\$&")}"`
    : `${key}=${value}`;
}
