// What stands in Linux's files about a process.
import type { MemoryUse } from "./processRow.ts";

export interface ProcessStat {
  readonly parent: number;
  readonly group: number;
  readonly start: string;
  /** It has ended, and its parent has not asked yet how. */
  readonly isOver: boolean;
}

/** Places behind the program's name, which may hold blanks and brackets itself. */
const STATE = 0;
const PARENT = 1;
const GROUP = 2;
const START = 19;

/** `/proc/PID/stat`; undefined where that is not what it is. */
export function parseStat(text: string): ProcessStat | undefined {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const state = fields[STATE];
  const start = fields[START];
  if (state === undefined || start === undefined) {
    return undefined;
  }
  return {
    ...{ parent: Number(fields[PARENT]), group: Number(fields[GROUP]), start },
    isOver: state === "Z" || state === "X",
  };
}

/** `/proc/PID/status`; undefined where it tells of no memory. */
export function parseStatus(text: string): MemoryUse | undefined {
  const rssBytes = kilobytes(text, "VmRSS");
  return rssBytes === undefined
    ? undefined
    : { rssBytes, peakBytes: Math.max(rssBytes, kilobytes(text, "VmHWM") ?? 0) };
}

function kilobytes(text: string, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(text);
  return found === null ? undefined : Number(found[1]) * 1024;
}
