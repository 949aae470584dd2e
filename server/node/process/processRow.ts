// A process of this machine, as far as a launched tree needs it.

/** A process that runs; one that has ended and only waits to be collected is none. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** When it started: a process id is used again, this with it is not. */
  readonly start: string;
  /** It was started with our marker in its environment, or by one that was. */
  readonly isMarked: boolean;
}

export interface MemoryUse {
  readonly rssBytes: number;
  /** The highest it ever was, where the system keeps that, else what it is now. */
  readonly peakBytes: number;
}

export interface ProcessTable {
  list(): Promise<readonly ProcessRow[]>;
  /** Nothing for a process that has ended meanwhile. */
  memoryOf(row: ProcessRow): MemoryUse | undefined;
}

/** Environment variable that every process of a launch inherits, also those that leave its group and session. */
export const MARKER = "QUARTZ_RSS_RUN";
