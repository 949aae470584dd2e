// State counts by phase: what the compiler says it keeps, and whether a phase that frees could give any of it back.
import { firstFrom } from "../base/firstFrom.ts";
import { MEBIBYTE } from "../base/units.ts";
import type { StateCount } from "../log/record.ts";
import type { RunModel } from "./runModel.ts";

/** What of a run state counts are read from: a `RunModel`, or a summary of one. */
export type Counted = Pick<RunModel, "run" | "spans">;

/** Entries that the type checker tracks, by its own count. */
export interface TrackedState {
  readonly entries: number;
  /** An estimate: entries × `ENTRY_BYTES`. */
  readonly bytes: number;
}

export interface SpanState {
  /** Undefined where the log does not count entries in the span. */
  readonly tracked: TrackedState | undefined;
  /** Numbers of things, not of bytes: never multiplied. The last of each key. */
  readonly others: readonly StateCount[];
}

/** Bytes of one tracked entry, as the author of the counts reckons them. */
export const ENTRY_BYTES = 16;

/** Below this part of a phase's growth, state is not what the phase grew by. */
export const SMALL_SHARE = 0.01;

/** The counts that stand before the span's reading and behind the one before it; none for a gap. */
export function stateOf({ run, spans }: Counted, index: number): SpanState {
  const span = spans[index];
  const line = span?.line ?? Number.POSITIVE_INFINITY;
  if (span === undefined || spans[index + 1]?.line === line) {
    return { tracked: undefined, others: [] };
  }
  const before = spans.findLast((other, at) => at < index && other.line !== span.line)?.line ?? -1;
  const at = (from: number): number =>
    firstFrom(run.counts.length, (count) => run.counts[count]?.line ?? 0, from);
  const latest = new Map(run.counts.slice(at(before + 1), at(line)).map((count) => [count.key, count]));
  const counts = [...latest.values()];
  return {
    tracked: trackedOf(counts.filter(countsEntries)),
    others: counts.filter((count) => !countsEntries(count)),
  };
}

/** Only `tc Vec entries …` and `tc nested Vec<Vec> entries` count entries. */
function countsEntries({ key }: StateCount): boolean {
  return /^tc\s+(?:nested\s+)?Vec(?:<Vec>)?\s+entries\b/.test(key);
}

function trackedOf(counts: readonly StateCount[]): TrackedState | undefined {
  const entries = counts.reduce((sum, { value }) => sum + (value < 0 ? Number.NaN : value), 0);
  return counts.length === 0 || Number.isNaN(entries) ? undefined : { entries, bytes: entries * ENTRY_BYTES };
}

/** A phase that exists to free, and of which RSS shows nothing or hardly anything. */
export interface VainFree {
  /** What was tracked when it began; undefined where the log does not count it. */
  readonly tracked: TrackedState | undefined;
  /** The phase that built the state up; undefined when there is none before. */
  readonly phase: { readonly name: string; readonly growthBytes: number | undefined } | undefined;
}

/** Undefined when the span is no phase that frees, or gave something back. */
export function vainFree(counted: Counted, index: number): VainFree | undefined {
  const { spans } = counted;
  const span = spans[index];
  if (span?.kind !== "phase" || !isFreeing(span.name) || span.absurd || span.deltaBytes === undefined) {
    return undefined;
  }
  const at = spans.findLastIndex(
    (other, before) => before < index && other.kind === "phase" && !isFreeing(other.name),
  );
  const builder = spans[at];
  const growthBytes = builder?.absurd === true ? undefined : builder?.deltaBytes;
  const hardly = Math.max(MEBIBYTE, (growthBytes ?? 0) * SMALL_SHARE);
  if (span.deltaBytes < -hardly) {
    return undefined;
  }
  return {
    tracked: stateOf(counted, at).tracked ?? stateOf(counted, index).tracked,
    phase: builder && { name: builder.name, growthBytes },
  };
}

function isFreeing(name: string): boolean {
  return /(?:^|_)free$|^free_/.test(name);
}
