// How the peak and the phases developed over runs.
import type { Run } from "../log/record.ts";
import type { PeakOrigin, RunFile } from "../store/runFile.ts";
import { timeOfRunId } from "../store/runId.ts";
import { peakOf } from "./compare/peak.ts";
import { NO_FACTS } from "./compare/runFacts.ts";
import { spansOf } from "./spans.ts";

/** A kept run, and the run of its log that counts. */
export interface KeptRun {
  readonly file: RunFile;
  readonly run: Run;
}

export interface TrendPoint {
  /** The run's. */
  readonly id: string;
  /** ISO 8601; of an import, when it was imported. */
  readonly time: string | undefined;
  readonly label: string | null;
  /** Of the tree that was compiled. */
  readonly commit: string | null;
  /** The tree differed from its commit. */
  readonly isDirty: boolean;
  /** A peak, or a phase's signed growth. */
  readonly bytes: number;
  /** Of a peak. */
  readonly from: PeakOrigin | undefined;
  readonly approximate: boolean;
}

/** Points that may be joined by a line, in time order: one metric of runs that can be compared. */
export interface TrendSeries {
  /** `peak`, `phase:typecheck` */
  readonly metric: string;
  /** What somebody expected is never joined with what was measured. */
  readonly kind: Run["kind"];
  /** `linux x64 mimalloc`; undefined where it is not known. */
  readonly platform: string | undefined;
  /** Name of the build, where the runs are of one. */
  readonly build: string | null;
  readonly points: readonly TrendPoint[];
}

/** The peak's series first, then those of each phase in the order of the first run that has it. */
export function trendOf(runs: readonly KeptRun[]): readonly TrendSeries[] {
  const series = new Map<string, TrendSeries & { readonly points: TrendPoint[] }>();
  const inTime = runs.toSorted(
    (a, b) => compare(timeOf(a.file) ?? "", timeOf(b.file) ?? "") || compare(a.file.id, b.file.id),
  );
  for (const { file, run } of inTime) {
    for (const { metric, ...figure } of figuresOf(file, run)) {
      const about = { metric, kind: run.kind, platform: platformOf(file), build: file.build };
      const key = JSON.stringify(about);
      const found = series.get(key) ?? { ...about, points: [] };
      found.points.push({ ...pointOf(file), ...figure });
      series.set(key, found);
    }
  }
  const all = [...series.values()];
  return [
    ...all.filter(({ metric }) => metric === "peak"),
    ...byMetric(all.filter(({ metric }) => metric !== "peak")),
  ];
}

interface Figure extends Pick<TrendPoint, "approximate" | "bytes" | "from"> {
  readonly metric: string;
}

/** What cannot be true is left out: one such figure would flatten all others. */
function* figuresOf(file: RunFile, run: Run): Iterable<Figure> {
  const isExpected = run.kind === "expectation";
  const peak = peakOf(run, { ...NO_FACTS, peakBytes: file.peakBytes, peakFrom: file.peakFrom });
  if (peak !== undefined && Number.isSafeInteger(peak.bytes)) {
    yield { metric: "peak", ...peak, approximate: isExpected };
  }
  const tilded = new Set(run.phases.filter(({ approximate }) => approximate).map(({ line }) => line));
  for (const { kind, name, line, deltaBytes, absurd } of spansOf(run)) {
    if (kind === "phase" && deltaBytes !== undefined && Number.isSafeInteger(deltaBytes) && !absurd) {
      const approximate = isExpected || (line !== undefined && tilded.has(line));
      yield { metric: `phase:${name}`, bytes: deltaBytes, from: undefined, approximate };
    }
  }
}

function pointOf(file: RunFile): Pick<TrendPoint, "commit" | "id" | "isDirty" | "label" | "time"> {
  const { id, label, subject } = file;
  const isDirty = subject !== null && subject.dirtyHash !== null;
  return { id, label, time: timeOf(file), commit: subject?.commit ?? null, isDirty };
}

function timeOf({ id, startedAt }: RunFile): string | undefined {
  return startedAt ?? timeOfRunId(id);
}

/** Memory of one system says little of another's. */
function platformOf({ platform, allocator }: RunFile): string | undefined {
  return platform === null
    ? undefined
    : [platform.os, platform.arch, ...(allocator === null ? [] : [allocator])].join(" ");
}

function byMetric(all: readonly TrendSeries[]): readonly TrendSeries[] {
  const order = [...new Set(all.map(({ metric }) => metric))];
  return order.flatMap((metric) => all.filter((series) => series.metric === metric));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
