// What several runs of one tree came to: for each figure its median, its range, and how many runs it is of.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { formatDelta, formatDifference, formatReading, formatSeconds, MEBIBYTE } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import { type Noise, noiseOf, noisyDiff } from "#core/model/compare/noise";
import { RUN_LOG_NAME } from "#core/store/runFile";
import type { Outcome } from "./launchRuns.ts";

/** The values of one figure by variant. */
type Values = ReadonlyMap<string, readonly number[]>;

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
  // The log prints whole MB; wall time is measured to the millisecond.
  const resolution = figure === TIME ? 0 : MEBIBYTE;
  const sampled = variants.flatMap((variant) => {
    const noise = noiseOf(values.get(variant) ?? [], resolution);
    return noise === undefined ? [] : [{ variant, noise }];
  });
  const [first] = sampled;
  return sampled.map(({ variant, noise }) => {
    const change =
      first === undefined || first.variant === variant ? "" : changeOf(figure, first.noise, noise);
    return t("run.figure", { figure, variant, ...shown(figure, noise), n: noise.n, change })
      .replace(/ {3,}/g, "  ")
      .trimEnd();
  });
}

function shown(figure: string, { median, min, max }: Noise): { median: string; least: string; most: string } {
  const format = figure === TIME ? formatSeconds : figure === PEAK ? formatReading : formatDelta;
  return { median: format(median), least: format(min), most: format(max) };
}

function changeOf(figure: string, base: Noise, run: Noise): string {
  const { difference, noChange } = noisyDiff(base, run);
  if (noChange) {
    return t("run.noChange");
  }
  return figure === TIME
    ? t("run.change", { difference: `${difference < 0 ? "-" : "+"}${formatSeconds(Math.abs(difference))}` })
    : t("run.change", { difference: formatDifference(difference) });
}
