// What several runs of one tree came to: for each figure its median, its range, and how many runs it is of.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { formatDelta, formatDifference, formatReading, formatSeconds, MEBIBYTE } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import { RUN_LOG_NAME } from "#core/store/runFile";
import type { Outcome } from "./launchRuns.ts";

/** The values of one figure by variant. */
type Values = ReadonlyMap<string, readonly number[]>;

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly n: number;
}

/** Of the runs that were finished; empty where there is none. */
export async function groupTable(outcomes: readonly Outcome[]): Promise<string> {
  const finished = outcomes.filter(({ run }) => run.status === "finished");
  const failed = outcomes.filter(({ run }) => run.status === "failed" || run.status === "limit");
  const names = [...new Set(finished.map(variantOf))];
  const figures = new Map<string, Map<string, number[]>>();
  const add = (figure: string, variant: string, value: number | null | undefined): void => {
    if (value !== null && value !== undefined) {
      const values = figures.get(figure) ?? new Map<string, number[]>();
      figures.set(figure, values.set(variant, [...(values.get(variant) ?? []), value]));
    }
  };
  for (const outcome of finished) {
    const variant = variantOf(outcome);
    add(PEAK, variant, outcome.run.peakBytes);
    add(TIME, variant, outcome.run.wallMs);
    for (const { name, growthBytes } of await phasesOf(outcome.folder)) {
      add(name, variant, growthBytes);
    }
  }
  const lines = [...figures].flatMap(([figure, values]) => linesOf(figure, names, values));
  const broken = new Set(failed.map((outcome) => t("run.cannotCompile", { variant: variantOf(outcome) })));
  return [...lines, ...broken].map((line) => `${line}\n`).join("");
}

const PEAK = t("run.figurePeak");
const TIME = t("run.figureTime");

function variantOf({ run }: Outcome): string {
  return run.group?.variant ?? "";
}

/** Sub-phases lie in the phase after them. */
async function phasesOf(
  folder: string,
): Promise<readonly { name: string; growthBytes: number | undefined }[]> {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), { largest: 1 });
  reader.push(await readFile(join(folder, RUN_LOG_NAME)));
  const run = reader.end().runs.findLast(({ kind }) => kind === "measured");
  return run?.phases.filter(({ subPhase }) => !subPhase) ?? [];
}

/** A line for each variant, and one for what the others differ from the first in. */
function linesOf(figure: string, variants: readonly string[], values: Values): readonly string[] {
  const spreads = variants.flatMap((variant) => {
    const spread = spreadOf(values.get(variant) ?? []);
    return spread === undefined ? [] : [{ variant, spread }];
  });
  const [first] = spreads;
  return spreads.map(({ variant, spread }) => {
    const change =
      first === undefined || first.variant === variant ? "" : changeOf(figure, first.spread, spread);
    return t("run.figure", { figure, variant, ...shown(figure, spread), n: spread.n, change })
      .replace(/ {3,}/g, "  ")
      .trimEnd();
  });
}

function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return least === undefined || most === undefined || low === undefined || high === undefined
    ? undefined
    : { median: (low + high) / 2, least, most, n: sorted.length };
}

function shown(
  figure: string,
  { median, least, most }: Spread,
): { median: string; least: string; most: string } {
  const format = figure === TIME ? formatSeconds : figure === PEAK ? formatReading : formatDelta;
  return { median: format(median), least: format(least), most: format(most) };
}

/** What ranges that meet allow is no change, nor is what the log's whole MB cannot tell. */
function changeOf(figure: string, base: Spread, spread: Spread): string {
  const resolution = figure === TIME ? 0 : MEBIBYTE;
  const isApart = spread.least > base.most + resolution || spread.most < base.least - resolution;
  if (!isApart) {
    return t("run.noChange");
  }
  const difference = spread.median - base.median;
  return figure === TIME
    ? t("run.change", { difference: `${difference < 0 ? "-" : "+"}${formatSeconds(Math.abs(difference))}` })
    : t("run.change", { difference: formatDifference(difference) });
}
