// `run.json` of a run folder: what is known about one compiler invocation beside its log. What is not known is null.

export const RUN_FILE_VERSION = 1;

/** Name of the raw log in a run folder. */
export const RUN_LOG_NAME = "stderr.log";
export const RUN_FILE_NAME = "run.json";
export const RUN_SYMBOLS_NAME = "symbols.json";

export const RUN_ORIGINS = ["launch", "import"] as const;
export type RunOrigin = (typeof RUN_ORIGINS)[number];

/** `crashed`: its writer is gone and never said how it ended. `limit`: we ended it, over time or memory. */
export const RUN_STATUSES = ["running", "finished", "failed", "cancelled", "limit", "crashed"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** `printed` by the compiler, `measured` by us or the system, or only the highest `reading` of the log. */
export const PEAK_ORIGINS = ["printed", "measured", "reading"] as const;
export type PeakOrigin = (typeof PEAK_ORIGINS)[number];

export interface RunFile {
  readonly version: typeof RUN_FILE_VERSION;
  /** The folder's name, see `runId`. */
  readonly id: string;
  readonly label: string | null;
  readonly note: string | null;
  readonly origin: RunOrigin;
  readonly status: RunStatus;
  /** Who writes the folder while the run goes on. */
  readonly writer: RunWriter | null;
  /** ISO 8601 in UTC. Null for an import: nobody knows when its compiler ran. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Name of the build in quartz-rss.json. */
  readonly build: string | null;
  /** The measured command, program first. */
  readonly command: readonly string[];
  readonly cwd: string | null;
  readonly flags: readonly string[];
  readonly log: typeof RUN_LOG_NAME;
  readonly compiler: CompilerFacts | null;
  readonly subject: SubjectFacts | null;
  readonly platform: PlatformFacts | null;
  readonly allocator: string | null;
  readonly pressure: PressureSpan;
  readonly wallMs: number | null;
  readonly peakBytes: number | null;
  readonly peakFrom: PeakOrigin | null;
  readonly exit: RunExit | null;
  readonly hypothesis: Hypothesis | null;
  readonly group: RunGroup | null;
}

/** A process, known by more than its number, which another one gets later. */
export interface RunWriter {
  readonly pid: number;
  /** When it began, in the system's own words: only to be compared. Null where the system does not tell. */
  readonly started: string | null;
}

/** The binary that ran. */
export interface CompilerFacts {
  readonly path: string;
  readonly sha256: string | null;
  readonly version: string | null;
  readonly commit: string | null;
}

/** The tree that was compiled. */
export interface SubjectFacts {
  readonly commit: string | null;
  /** Of what differs from the commit; null where nothing does, or where it is not known. */
  readonly dirtyHash: string | null;
}

export interface PlatformFacts {
  readonly os: string;
  readonly arch: string;
  readonly release: string;
}

/** How much memory the system had at a moment. */
export interface Pressure {
  readonly freeBytes: number | null;
  readonly swapUsedBytes: number | null;
  /** Pages held by the macOS compressor or by zswap. */
  readonly compressedBytes: number | null;
}

export interface PressureSpan {
  readonly before: Pressure | null;
  readonly after: Pressure | null;
}

export interface RunExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** Why we ended it, in English. */
  readonly reason: string | null;
}

/** What someone expected of a run before it was made. */
export interface Hypothesis {
  readonly text: string;
  /** `peak`, `phase:typecheck`, `function:mir$mir_emit`, `kind:NODE_CALL` */
  readonly metric: string;
  /** The expected change against the baseline, signed. */
  readonly predictedBytes: number;
}

/** Runs that belong together: repetitions, or one tree under several compilers. */
export interface RunGroup {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly of: number;
  readonly variant: string | null;
}

/** A run of which nothing is known yet; give what is. */
export function newRunFile(known: Pick<RunFile, "id" | "origin" | "status"> & Partial<RunFile>): RunFile {
  return {
    ...{ version: RUN_FILE_VERSION, label: null, note: null, writer: null, startedAt: null, endedAt: null },
    ...{ build: null, command: [], cwd: null, flags: [], log: RUN_LOG_NAME, compiler: null, subject: null },
    ...{ platform: null, allocator: null, pressure: { before: null, after: null }, wallMs: null },
    ...{ peakBytes: null, peakFrom: null, exit: null, hypothesis: null, group: null },
    ...known,
  };
}

/** The text of `run.json`. */
export function formatRunFile(run: RunFile): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}
