// Processes as Linux tells of them. These files are made as they are read, so reading them waits for no disk.
import { readdirSync, readFileSync } from "node:fs";
import { MARKER, type MemoryUse, type ProcessRow, type ProcessTable } from "./processRow.ts";
import { parseStat, parseStatus } from "./procFiles.ts";

export class LinuxTable implements ProcessTable {
  readonly #entry: string;
  /** By process: an environment is read once. */
  #marks = new Map<string, boolean>();

  constructor(mark: string) {
    this.#entry = `${MARKER}=${mark}`;
  }

  async list(): Promise<readonly ProcessRow[]> {
    const marks = new Map<string, boolean>();
    const rows: ProcessRow[] = [];
    for (const name of readdirSync("/proc")) {
      const stat = /^\d+$/.test(name) ? parseStat(read(name, "stat")) : undefined;
      if (stat !== undefined && !stat.isOver) {
        const { parent, group, start } = stat;
        const key = `${name} ${start}`;
        const isMarked = this.#marks.get(key) ?? this.#isMarked(name);
        if (isMarked !== undefined) {
          marks.set(key, isMarked);
        }
        rows.push({ pid: Number(name), parent, group, start, isMarked: isMarked === true });
      }
    }
    this.#marks = marks;
    return rows;
  }

  memoryOf({ pid }: ProcessRow): MemoryUse | undefined {
    return parseStatus(read(String(pid), "status"));
  }

  /** Undefined where that cannot be read now: as it takes up its program, a process has no environment for a moment. */
  #isMarked(pid: string): boolean | undefined {
    const environment = read(pid, "environ");
    return environment === "" ? undefined : environment.split("\0").includes(this.#entry);
  }
}

/** Empty for a process that is gone or another user's. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
