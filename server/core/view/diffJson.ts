// A comparison → the JSON that `quartz-rss diff --format json` prints. A contract: docs/json.md says it in full.
import type { ElapsedDiff, FigureDiff, RunDiff } from "../model/compare/runDiff.ts";
import type { RunModel } from "../model/runModel.ts";
import type { DiffLogs } from "./diffText.ts";

/** The object of one comparison. */
export function diffJson(diff: RunDiff, logs: DiffLogs) {
  return {
    base: sideJson(diff.base, logs.base),
    new: sideJson(diff.run, logs.run),
    remarks: diff.remarks.map(({ code, text }) => ({ code, text })),
    peak: diff.peak === undefined ? null : peakJson(diff.peak),
    elapsed: diff.elapsed === undefined ? null : elapsedJson(diff.elapsed),
    phases: diff.phases.map((figure) => ({ part: figure.part, ...figureJson(figure) })),
    functions: diff.functions.map(figureJson),
    kinds: diff.kinds.map((figure) => ({ dispatcher: figure.dispatcher, ...figureJson(figure) })),
  };
}

function sideJson({ run }: RunModel, log: string) {
  return { log, run: run.index, kind: run.kind };
}

function peakJson(peak: NonNullable<RunDiff["peak"]>) {
  const { baseBytes, newBytes, differenceBytes, ratio, noChange, approximate } = peak;
  return {
    ...{ baseBytes: baseBytes ?? null, newBytes: newBytes ?? null },
    ...{ differenceBytes: differenceBytes ?? null, ratio: ratio ?? null, noChange, approximate },
    ...{ baseFrom: peak.baseFrom ?? null, newFrom: peak.newFrom ?? null },
  };
}

function elapsedJson({ from, baseMs, newMs, differenceMs, ratio, noChange }: ElapsedDiff) {
  return {
    ...{ from: from ?? null, baseMs: baseMs ?? null, newMs: newMs ?? null },
    ...{ differenceMs: differenceMs ?? null, ratio: ratio ?? null, noChange },
  };
}

function figureJson(figure: FigureDiff) {
  return {
    name: figure.name,
    phase: figure.phase ?? null,
    baseBytes: figure.baseBytes ?? null,
    newBytes: figure.newBytes ?? null,
    differenceBytes: figure.differenceBytes ?? null,
    ratio: figure.ratio ?? null,
    fate: figure.fate,
    renamedFrom: figure.renamedFrom ?? null,
    noChange: figure.noChange,
    absurd: figure.absurd,
    approximate: figure.approximate,
    baseBelowBytes: figure.baseBelowBytes ?? null,
    newBelowBytes: figure.newBelowBytes ?? null,
  };
}
