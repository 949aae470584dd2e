// What a comparison of two runs says: run minus base. Bytes are signed; undefined is what is not known.
import type { PeakOrigin } from "../../store/runFile.ts";
import type { RunModel } from "../runModel.ts";
import type { SpanKind } from "../spans.ts";

export interface RunDiff {
  readonly base: RunModel;
  readonly run: RunModel;
  /** What stands in the way of comparing the two, the most important first. To be said before any figure. */
  readonly remarks: readonly Remark[];
  /** Undefined when neither run says anything of its peak. */
  readonly peak: PeakDiff | undefined;
  /** Undefined when neither run says how long it took. */
  readonly elapsed: ElapsedDiff | undefined;
  /** In the order of the run; what only the base has stands where it stood there. */
  readonly phases: readonly PhaseDiff[];
  /** Growth while each function was compiled; the largest difference first, unknown ones last. */
  readonly functions: readonly FigureDiff[];
  /** Inclusive growth in the compiler's handlers, never summed; order as above. */
  readonly kinds: readonly KindDiff[];
}

/** What became of a figure: `new` is only in the run, `gone` only in the base. */
export type Fate = "both" | "new" | "gone" | "renamed";

export interface FigureDiff {
  /** As the run names it; as the base does when it is gone. */
  readonly name: string;
  /** Undefined for a phase itself, and while a phase is still open. */
  readonly phase: string | undefined;
  readonly baseBytes: number | undefined;
  readonly newBytes: number | undefined;
  /** New minus base. Undefined unless both are known and can be true. */
  readonly differenceBytes: number | undefined;
  /** Difference / |base|; undefined where the base is 0. */
  readonly ratio: number | undefined;
  readonly fate: Fate;
  /** Its name in the base. */
  readonly renamedFrom: string | undefined;
  /** The difference is not above what the figures resolve. */
  readonly noChange: boolean;
  /** One of the two values cannot be true, so there is no difference. */
  readonly absurd: boolean;
  /** One of the two values is what somebody expected, or was written with `~`. */
  readonly approximate: boolean;
  /** The base prints no such line, and prints all that are at least this large. */
  readonly baseBelowBytes: number | undefined;
  /** Likewise the run. */
  readonly newBelowBytes: number | undefined;
}

export interface PhaseDiff extends FigureDiff {
  /** `step` is a sub-phase; a gap is growth before the phase that it is named after. */
  readonly part: SpanKind | "step";
}

export interface KindDiff extends FigureDiff {
  readonly dispatcher: string;
}

export interface PeakDiff extends FigureDiff {
  readonly baseFrom: PeakOrigin | undefined;
  readonly newFrom: PeakOrigin | undefined;
}

/** Where a duration is from: the last time in the `log`, or the process's `wall` time. */
export type ElapsedOrigin = "log" | "wall";

/** Of durations in ms. */
export interface ElapsedDiff {
  readonly from: ElapsedOrigin | undefined;
  readonly baseMs: number | undefined;
  readonly newMs: number | undefined;
  /** Undefined unless both are known, of one origin, and of runs that came equally far. */
  readonly differenceMs: number | undefined;
  readonly ratio: number | undefined;
  readonly noChange: boolean;
}

/** In the order in which they are said. */
export const REMARK_CODES = [
  "expectation",
  "extent",
  "functionLines",
  "kindLines",
  "platform",
  "allocator",
  "cache",
  "flags",
  "subject",
  "functions",
  "pressure",
  "peakOrigin",
] as const;

export type RemarkCode = (typeof REMARK_CODES)[number];

export interface Remark {
  readonly code: RemarkCode;
  /** A sentence for people. */
  readonly text: string;
}
