// What a memory log says, as readonly data. Lines are 0-based, memory is in bytes, time is in ms.

/** A block of measured lines, or a block that an author wrote down as what to expect (`#`, `~`). */
export type RunKind = "measured" | "expectation";

/** One memory log, read as far as it goes. records + unknown + problems + other of its tally = lines. */
export interface MemoryLog {
  readonly runs: readonly Run[];
  readonly tally: LineTally;
}

/** How many lines became what. */
export interface LineTally {
  readonly lines: number;
  readonly records: number;
  readonly unknown: number;
  /** Lines that claim to be ours and cannot be read. A record with an impossible value counts as a record. */
  readonly problems: number;
  readonly other: number;
}

/** One compiler invocation: all that its lines said. */
export interface Run {
  /** Place in the log, from 0. */
  readonly index: number;
  readonly kind: RunKind;
  readonly firstLine: number;
  readonly phases: readonly Phase[];
  readonly functions: FunctionRows;
  readonly kinds: KindRows;
  /** `tc registry: structs=47` is the entry `tc registry.structs`. In log order. */
  readonly counts: readonly StateCount[];
  readonly notes: readonly Note[];
  readonly unknown: readonly UnknownGroup[];
  readonly problems: readonly Problem[];
  /** Problems beyond the first thousand, which are only counted. */
  readonly furtherProblems: number;
  readonly otherLines: number;
  /** Only where the log prints a peak. */
  readonly peakBytes: number | undefined;
  readonly maxReadingBytes: number | undefined;
}

/** A phase line: an absolute reading at the phase's end. */
export interface Phase {
  readonly line: number;
  readonly name: string;
  readonly rssBytes: number;
  /** What the line prints; undefined where it prints none. */
  readonly deltaBytes: number | undefined;
  /** This reading minus the last main reading; undefined for the first reading of a run. */
  readonly growthBytes: number | undefined;
  /** Since the start of the run, not of the phase. */
  readonly elapsedMs: number | undefined;
  /** A step inside a later phase (`resolve_pass1`): it does not move the base. */
  readonly subPhase: boolean;
  /** The value was written with `~`. */
  readonly approximate: boolean;
  /** What stood behind the figures: `82 modules`, `← THE TARGET DELTA`. Empty when nothing did. */
  readonly remark: string;
  /** Rows of `Run.functions` and `Run.kinds` that lie before this line and after the phase before: [from, to). */
  readonly functionRows: RowSpan;
  readonly kindRows: RowSpan;
}

/** Rows `from` up to, not including, `to`. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Growth while the compiler worked on a function's body (`[mem-fn]`), in columns: 16 bytes a row. */
export interface FunctionRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** Index into `names`. */
  readonly name: Uint32Array;
  /** NaN where the value was not a safe integer. */
  readonly deltaBytes: Float64Array;
  readonly names: readonly string[];
}

/** Inclusive growth inside the handler of a node kind (`[kind N]`), in columns: 24 bytes a row. */
export interface KindRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** As printed: 1000 and up are expression kinds. */
  readonly number: Uint32Array;
  /** NaN where the value was not a safe integer. */
  readonly deltaBytes: Float64Array;
  readonly count: Float64Array;
}

export interface StateCount {
  readonly line: number;
  readonly key: string;
  readonly value: number;
}

export interface Note {
  readonly line: number;
  readonly text: string;
}

/** Lines with a tag of this family that no rule reads, grouped by shape. */
export interface UnknownGroup {
  /** The first of them. */
  readonly line: number;
  readonly count: number;
  /** The first of them as printed, cut at 256 characters. */
  readonly text: string;
}

export const PROBLEM_CODES = [
  "malformed-line",
  "unsafe-integer",
  "cut-line",
  "absurd-delta",
  "absurd-average",
  "count-zero",
  "growth-mismatch",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A line that cannot be read, or a value that cannot be true. 0-based line and column (in UTF-16 code units). */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  /** What was found and what was expected, in English. */
  readonly message: string;
}
