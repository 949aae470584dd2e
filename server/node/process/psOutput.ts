// `ps -A -E -ww -o pid=,ppid=,pgid=,stat=,rss=,lstart=,command=` of macOS.
import type { ProcessRow } from "./processRow.ts";

export interface PsRow extends ProcessRow {
  readonly rssBytes: number;
}

/** Day, month, day of the month, time, year. */
const LINE = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\d+)\s+(\S+\s+\S+\s+\S+\s+[\d:]+\s+\d{4})\s(.*)$/;

/** @param entry `NAME=value` that a marked process has in its environment */
export function parsePs(output: string, entry: string): readonly PsRow[] {
  return output.split("\n").flatMap((line) => {
    const [, pid, parent, group, state, kilobytes, start, command] = LINE.exec(line) ?? [];
    if (state === undefined || state.startsWith("Z")) {
      return [];
    }
    return [
      {
        ...{ pid: Number(pid), parent: Number(parent), group: Number(group) },
        start: (start ?? "").replace(/\s+/g, " "),
        isMarked: ` ${command} `.includes(` ${entry} `),
        rssBytes: Number(kilobytes) * 1024,
      },
    ];
  });
}
