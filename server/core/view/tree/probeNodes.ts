// Lines of our own probes → sections of the tree. They overlap, so nothing is summed.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount, formatDelta } from "../../base/units.ts";
import type { SourcePlace } from "../../log/record.ts";
import type { ProbeFigure } from "../../model/probeFigures.ts";
import type { SortOrder } from "../growthRow.ts";
import { phaseText } from "../lenses.ts";
import type { LogSources } from "../log/logSources.ts";
import { leaf, plainText, type RowText, section, sizeOf, sortNodes, type TreeNode } from "./treeNode.ts";
import { pathOf, type TreeSource } from "./treeSource.ts";

export function probeSections(source: TreeSource, order: SortOrder): readonly TreeNode[] {
  const nodes = (type: ProbeFigure["place"]["type"]): readonly TreeNode[] =>
    sortNodes(
      source.model.probes.filter(({ place }) => place.type === type).map((probe) => probeNode(probe, source)),
      order,
    );
  return [
    ...section(
      "checkpoints",
      { label: t("tree.checkpoints"), description: t("tree.checkpointsMeaning") },
      nodes("checkpoint"),
    ),
    ...section(
      "callees",
      { label: t("tree.callees"), description: t("tree.calleesMeaning") },
      nodes("callee"),
    ),
    ...section("sites", { label: t("tree.sites"), description: t("tree.sitesMeaning") }, nodes("site")),
  ];
}

function probeNode(probe: ProbeFigure, source: TreeSource): TreeNode {
  const { totalBytes, selfBytes, count, absurd } = probe;
  const name = probeName(probe.place);
  const bytes = totalBytes ?? selfBytes ?? Number.NaN;
  const average = count === undefined || count === 0 ? Number.NaN : bytes / count;
  const place = placeOf(probe, source.sources);
  const words = `${name} ${place === null ? "" : pathOf(place.uri, source)}`;
  return leaf(`probe ${probe.row}`, sizeOf(name, bytes, average, undefined, absurd), words, () =>
    probeText(probe, name, place, source),
  );
}

function probeName(place: ProbeFigure["place"]): string {
  switch (place.type) {
    case "checkpoint": {
      const { function: name, index, label } = place;
      return label === undefined
        ? t("tree.checkpointName", { function: name, index })
        : t("tree.labelledCheckpoint", { function: name, index, label });
    }
    case "callee":
      return place.caller === undefined
        ? place.name
        : t("tree.calleeFrom", { name: place.name, caller: place.caller });
    case "site":
      return place.function === undefined
        ? place.what
        : t("tree.siteIn", { what: place.what, function: place.function });
  }
}

function probeText(probe: ProbeFigure, name: string, place: RowText["place"], source: TreeSource): RowText {
  const { selfBytes, count, phase, line, absurd } = probe;
  const printed = "source" in probe.place ? probe.place.source : undefined;
  const details = [
    phaseText(phase),
    ...(selfBytes === undefined ? [] : [t("tree.probeSelf", { self: formatDelta(selfBytes) })]),
    ...(count === undefined ? [] : [t("tree.probeCount", { count: formatCount(count, source.locale) })]),
    ...placeText(printed, place, source),
  ];
  const text = plainText(
    t("tree.figure", { figure: figureText(probe, source.locale), name }),
    details.join(" · "),
    absurd ? "warning" : "probe",
  );
  return { ...text, tooltip: `${text.label}\n${t("tree.logLine", { line: line + 1 })}`, place };
}

function figureText({ place, totalBytes, selfBytes }: ProbeFigure, locale: string): string {
  if (place.type === "site") {
    return totalBytes === undefined
      ? t("tree.notGiven")
      : t("tree.asked", { bytes: formatAmount(totalBytes, locale) });
  }
  const bytes = totalBytes ?? selfBytes;
  return bytes === undefined ? t("tree.notGiven") : formatDelta(bytes);
}

function placeText(
  printed: SourcePlace | undefined,
  place: RowText["place"],
  source: TreeSource,
): readonly string[] {
  if (place !== null) {
    return [t("tree.placeAt", { path: pathOf(place.uri, source), line: place.range.start.line + 1 })];
  }
  return printed === undefined ? [] : [t("tree.placeAt", { path: printed.file, line: printed.line + 1 })];
}

/** Where the probe stands, if that is a file of the workspace; else the function that it is in. */
function placeOf({ place }: ProbeFigure, sources: LogSources): RowText["place"] {
  const printed = "source" in place ? place.source : undefined;
  const file = printed === undefined ? undefined : sources.fileOf(printed);
  if (printed !== undefined && file !== undefined) {
    const start = { line: printed.line, character: 0 };
    return { uri: file.uri, range: { start, end: start } };
  }
  const name = place.type === "callee" ? place.name : place.function;
  const found = name === undefined ? undefined : sources.resolve(name);
  return found !== undefined && "entry" in found
    ? { uri: found.entry.uri, range: found.entry.symbol.nameRange }
    : null;
}
