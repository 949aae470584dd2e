// What a frame says of itself, in words: tooltip, live region and tables print the same facts.
import { t } from "#core/base/text";
import { formatCount, formatDelta, formatReading, formatShare, MEBIBYTE } from "#core/base/units";
import {
  FLAG_ABSURD,
  FLAG_HAS_SOURCE,
  FLAG_OVER_EXPLAINED,
  type FlameColumns,
} from "#core/view/flameColumns";
import type { FlameRun } from "./flameRun.ts";
import {
  childrenOf,
  deltaOf,
  hasFlag,
  kindOf,
  nameOf,
  parentOf,
  ROOT,
  rowCount,
  rowOf,
  shownLineOf,
  siblingsOf,
  weightOf,
} from "./frames.ts";

export interface FrameText {
  readonly name: string;
  /** As logged; "" where the log gives none. */
  readonly delta: string;
  readonly facts: readonly string[];
}

/** The frame's name as shown; what the log does not name is named by its kind. */
export function shownNameOf(columns: FlameColumns, frame: number): string {
  const name = nameOf(columns, frame);
  switch (kindOf(columns, frame)) {
    case "gap":
      return t("chart.name.gap", { phase: name });
    case "remainder":
      return name === "" ? t("chart.name.remainder") : name;
    case "open":
      return name === "" ? t("chart.name.open") : name;
    default:
      return name === "" ? t("chart.name.other") : name;
  }
}

/** `+136 MB`, or "" where the log gives none. */
export function deltaTextOf(columns: FlameColumns, frame: number): string {
  const delta = deltaOf(columns, frame);
  if (Number.isNaN(delta)) {
    return "";
  }
  // The whole run is no growth of one span: what it has is the last reading.
  return kindOf(columns, frame) === "run" ? formatReading(delta) : formatDelta(delta);
}

export function describeFrame(run: FlameRun, frame: number): FrameText {
  const { columns } = run;
  const line = shownLineOf(columns, frame);
  const facts = [
    ...meaningOf(columns, frame),
    ...(hasFlag(columns, frame, FLAG_ABSURD) ? [t("chart.fact.absurd")] : sharesOf(run, frame)),
    ...overExplained(run, frame),
    ...(Number.isNaN(deltaOf(columns, frame)) ? [t("chart.fact.noDelta")] : []),
    ...(weightOf(columns, frame) === 0 ? [t("chart.fact.widthless")] : []),
    ...(line === undefined ? [] : [t("chart.fact.line", { line })]),
    t(hasFlag(columns, frame, FLAG_HAS_SOURCE) ? "chart.fact.source" : "chart.fact.noSource"),
  ];
  return { name: shownNameOf(columns, frame), delta: deltaTextOf(columns, frame), facts };
}

/** Where the frame stands, for those who do not see the chart. */
export function placeOf({ columns, locale }: FlameRun, frame: number): string {
  const siblings = siblingsOf(columns, frame);
  return t("chart.place", {
    row: rowOf(columns, frame) + 1,
    rows: rowCount(columns),
    position: formatCount(frame - siblings.first + 1, locale),
    siblings: formatCount(siblings.end - siblings.first, locale),
  });
}

/** Share of the parent as text, "" where there is none to give. */
export function shareTextOf({ columns, locale }: FlameRun, frame: number): string {
  const parent = parentOf(columns, frame);
  const share = parent === undefined ? Number.NaN : shareOf(columns, frame, parent);
  return Number.isFinite(share) ? formatShare(share, locale) : "";
}

/** A function's growth belongs to the compiler that worked on it: never let it read as the function's own. */
function meaningOf(columns: FlameColumns, frame: number): readonly string[] {
  const parent = parentOf(columns, frame);
  switch (kindOf(columns, frame)) {
    case "function":
      return parent === undefined || kindOf(columns, parent) === "open"
        ? [t("chart.fact.functionOpen")]
        : [t("chart.fact.function", { phase: shownNameOf(columns, parent) })];
    case "remainder":
      return [t("chart.fact.remainder")];
    case "gap":
      return [t("chart.fact.gap", { phase: nameOf(columns, frame) })];
    case "start":
      return [t("chart.fact.start")];
    case "open":
      return [t("chart.fact.open")];
    case "subPhase":
      return [t("chart.fact.subPhase")];
    default:
      return [];
  }
}

/** Of the parent, then of the run; under the root these are the same. */
function sharesOf(run: FlameRun, frame: number): readonly string[] {
  const parent = parentOf(run.columns, frame);
  if (parent === undefined) {
    return [];
  }
  const ofRun = shareFact(run, frame, ROOT, t("chart.theRun"));
  return parent === ROOT
    ? ofRun
    : [...shareFact(run, frame, parent, shownNameOf(run.columns, parent)), ...ofRun];
}

function shareFact(
  { columns, locale }: FlameRun,
  frame: number,
  whole: number,
  name: string,
): readonly string[] {
  const ratio = shareOf(columns, frame, whole);
  if (!Number.isFinite(ratio)) {
    return [];
  }
  const key = Math.abs(ratio) > 1 ? "chart.fact.shareAboveWhole" : "chart.fact.share";
  return [t(key, { share: formatShare(ratio, locale), whole: name })];
}

function shareOf(columns: FlameColumns, frame: number, whole: number): number {
  return deltaOf(columns, frame) / deltaOf(columns, whole);
}

function overExplained({ columns, locale }: FlameRun, frame: number): readonly string[] {
  if (!hasFlag(columns, frame, FLAG_OVER_EXPLAINED)) {
    return [];
  }
  const bytes = childrenDelta(columns, frame) - deltaOf(columns, frame);
  return [t("chart.fact.overExplained", { megabytes: formatCount(Math.trunc(bytes / MEBIBYTE), locale) })];
}

/** What the children explain: their growth, or their width where the log prints no growth for them. */
function childrenDelta(columns: FlameColumns, frame: number): number {
  const { first, end } = childrenOf(columns, frame);
  let sum = 0;
  for (let child = first; child < end; child++) {
    if (!hasFlag(columns, child, FLAG_ABSURD)) {
      const delta = deltaOf(columns, child);
      sum += Number.isNaN(delta) ? weightOf(columns, child) : delta;
    }
  }
  return sum;
}
