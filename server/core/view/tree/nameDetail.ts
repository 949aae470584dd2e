// What is to be said of a name beside its figure: what it was derived from, why this function, why none.
import { t } from "../../base/text.ts";
import type { DriftOf } from "../../model/drift.ts";
import type { Resolution, Resolved, Unknown } from "../../quartz/resolveName.ts";

/** Empty for a name that means just what it says. */
export function nameDetails(resolution: Resolution): readonly string[] {
  switch (resolution.how) {
    case "runtime":
      return [t("tree.runtime")];
    case "unknown":
      return [reasonText(resolution)];
    case "ambiguous":
      return [t("tree.ambiguous", { count: resolution.candidates.length })];
    case "exact":
    case "method":
    case "prefix":
    case "suffix":
      return [...restText(resolution), ...decidedText(resolution)];
  }
}

/** Nothing for code that is as it was, or of which nothing is remembered. */
export function driftDetails({ drift, since, lastSeen }: DriftOf): readonly string[] {
  const isImport = since === "import";
  switch (drift) {
    case "unknown":
    case "same":
      return [];
    case "changed":
      return [t(isImport ? "tree.changedImport" : "tree.changedRun")];
    case "gone":
      return [t(isImport ? "tree.isGoneImport" : "tree.isGoneRun"), ...lastText(lastSeen)];
  }
}

function lastText(lastSeen: DriftOf["lastSeen"]): readonly string[] {
  if (lastSeen === undefined) {
    return [];
  }
  const place = t("tree.placeAt", { path: lastSeen.file, line: lastSeen.line + 1 });
  return [t("tree.lastAt", { place })];
}

function reasonText({ reason }: Unknown): string {
  return t(`tree.${reason}`);
}

function restText({ rest, entry }: Resolved): readonly string[] {
  const { name } = entry.symbol;
  if (rest === undefined || rest === "") {
    return [];
  }
  if (rest === "poll") {
    return [t("tree.stateMachine", { name })];
  }
  return [/^\d+$/.test(rest) ? t("tree.copy", { number: rest, name }) : t("tree.partOf", { rest, name })];
}

function decidedText({ decided }: Resolved): readonly string[] {
  if (decided === undefined) {
    return [];
  }
  const count = decided.candidates.length;
  return [decided.by === "choice" ? t("tree.chosen", { count }) : t("tree.importOrder", { count })];
}
