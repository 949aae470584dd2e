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
  readonly probes: ProbeRows;
  readonly events: EventRows;
  /** `tc registry: structs=47` is the entry `tc registry.structs`. In log order. */
  readonly counts: readonly StateCount[];
  readonly notes: readonly Note[];
  readonly unknown: readonly UnknownGroup[];
  readonly absurd: Absurd;
  readonly problems: readonly Problem[];
  /** Problems beyond the first thousand, which are only counted. */
  readonly furtherProblems: number;
  readonly otherLines: number;
  /** Only where the log prints a peak. */
  readonly peakBytes: number | undefined;
  readonly maxReadingBytes: number | undefined;
}

/** Figures of a run that cannot be true: to be shown as flagged, and kept out of scales and sums. */
export interface Absurd {
  /** Indices into `phases`. */
  readonly phases: ReadonlySet<number>;
  /** Rows of `functions`. Rows whose value was no safe integer are among these and those below. */
  readonly functionRows: ReadonlySet<number>;
  readonly kindRows: ReadonlySet<number>;
  readonly probeRows: ReadonlySet<number>;
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
  /** Rows of the run's columns that lie before this line and after the phase before: [from, to). */
  readonly functionRows: RowSpan;
  readonly kindRows: RowSpan;
  /** Rows whose place names a phase of its own are among them: that name counts, not this one. */
  readonly probeRows: RowSpan;
}

/** Rows `from` up to, not including, `to`. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** As name or kind of a row: all that was not kept of its phase, in one row; `repeats` says how many rows that were. */
export const REST = 0xffff_ffff;

/** Growth while the compiler worked on a function's body (`[mem-fn]`), in columns: 16 bytes a row, 20 when folded. */
export interface FunctionRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** Index into `names`. */
  readonly name: Uint32Array;
  /** NaN where the value was not a safe integer. */
  readonly deltaBytes: Float64Array;
  /** Where rows are folded: of how many lines each is the sum; `line` is the first of them. */
  readonly repeats: Uint32Array | undefined;
  readonly names: readonly string[];
}

/** Inclusive growth inside the handler of a node kind (`[kind N]`), in columns: 24 bytes a row, 28 when folded. */
export interface KindRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** As printed: 1000 and up are expression kinds. */
  readonly number: Uint32Array;
  /** NaN where the value was not a safe integer. */
  readonly deltaBytes: Float64Array;
  readonly count: Float64Array;
  /** Where rows are folded: of how many lines each is the one with the largest total. */
  readonly repeats: Uint32Array | undefined;
}

export type KindDomain = "statement" | "expression";

/** Lines of our own probes and rows of pasted kind tables: figures of a place, in columns, 32 bytes a row. */
export interface ProbeRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** Index into `places`. */
  readonly place: Uint32Array;
  /** Total minus what nested probes measured. NaN where the line gives none, or no safe integer. */
  readonly selfBytes: Float64Array;
  /** Signed growth of RSS, nested work included; for a site, bytes asked for. NaN as above. */
  readonly totalBytes: Float64Array;
  /** Calls or nodes. NaN as above. */
  readonly count: Float64Array;
  /** Equal places are one entry. */
  readonly places: readonly ProbePlace[];
}

/** What a row of `ProbeRows` is about. */
export type ProbePlace = FunctionPlace | KindPlace | CheckpointPlace | CalleePlace | SitePlace;

interface InPhase {
  /** As the line names it. Undefined: the phase whose reading follows. */
  readonly phase: string | undefined;
}

/** The body of a function that was being compiled. */
export interface FunctionPlace extends InPhase {
  readonly type: "function";
  readonly name: string;
}

/** The compiler's handler of a node kind. */
export interface KindPlace extends InPhase {
  readonly type: "kind";
  /** Undefined where a table does not tell. */
  readonly dispatcher: string | undefined;
  readonly domain: KindDomain | undefined;
  /** Without the offset that `[kind N]` lines add to expressions; undefined where a table only gives the name. */
  readonly number: number | undefined;
  /** `NODE_CALL`, where the line gives it. */
  readonly name: string | undefined;
}

/** A part of a compiler function's body, from one checkpoint to the next. */
export interface CheckpointPlace extends InPhase {
  readonly type: "checkpoint";
  readonly function: string;
  /** Number of the part within the function, from 0. */
  readonly index: number;
  readonly label: string | undefined;
  readonly source: SourcePlace | undefined;
}

/** A compiler function that was wrapped: growth summed over all callers. */
export interface CalleePlace extends InPhase {
  readonly type: "callee";
  readonly name: string;
  /** Where the probe told the callers apart. */
  readonly caller: string | undefined;
}

/** A place that allocates: its figures are counts and bytes asked for, not RSS. */
export interface SitePlace extends InPhase {
  readonly type: "site";
  readonly function: string | undefined;
  /** What allocates there: `str_byte_slice`, `vec_new`, `lambda`. */
  readonly what: string;
  readonly source: SourcePlace;
}

/** A place in a source file, as a log line names it. Not trusted: it may lie anywhere. */
export interface SourcePlace {
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}

/** Entries into and exits from functions in time order (`[mem-event]`), in columns: 25 bytes a row. */
export interface EventRows {
  readonly length: number;
  readonly line: Uint32Array;
  /** Index into `places`. */
  readonly place: Uint32Array;
  /** 1 for an entry, 0 for an exit. */
  readonly entering: Uint8Array;
  /** An absolute reading. NaN where it was no safe integer. */
  readonly rssBytes: Float64Array;
  /** Since the start of the run. NaN where the line gives none. */
  readonly elapsedMs: Float64Array;
  readonly places: readonly FunctionPlace[];
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
