// The processes of a launch, with all that they started: how much memory they hold, and their end.
import { setTimeout as pause } from "node:timers/promises";
import { memberKey, members } from "./members.ts";
import type { ProcessRow, ProcessTable } from "./processRow.ts";
import { processTable } from "./processTable.ts";

/** After how long a process that was asked to end is ended. */
const GRACE_MS = 1000;
const LOOK_AGAIN_MS = 40;
/** A process in the middle of a disk access can outlive its end for a while. */
const PATIENCE_MS = 10_000;

export interface TreeMemory {
  readonly treeBytes: number;
  /** The most that one process of it ever held. */
  readonly largestPeakBytes: number;
}

export class ProcessTree {
  readonly #table: ProcessTable;
  readonly #known = new Set<string>();
  #root: number | undefined;

  /** @param mark value of the marker in the environment of its processes */
  constructor(mark: string) {
    this.#table = processTable(mark);
  }

  /** The process that was started, from now on until it has ended: then its id may become another's. */
  setRoot(pid: number | undefined): void {
    this.#root = pid;
  }

  async memory(): Promise<TreeMemory> {
    let treeBytes = 0;
    let largestPeakBytes = 0;
    for (const row of await this.#living()) {
      const use = this.#table.memoryOf(row);
      treeBytes += use?.rssBytes ?? 0;
      largestPeakBytes = Math.max(largestPeakBytes, use?.peakBytes ?? 0);
    }
    return { treeBytes, largestPeakBytes };
  }

  /** Asks all processes to end, ends those that do not, and looks again until there is none. False when some live on. */
  async end(): Promise<boolean> {
    const began = performance.now();
    const asked = new Set<string>();
    for (;;) {
      const living = await this.#living();
      const waited = performance.now() - began;
      if (living.length === 0 || waited > PATIENCE_MS) {
        return living.length === 0;
      }
      for (const row of living) {
        if (waited >= GRACE_MS) {
          send(row.pid, "SIGKILL");
        } else if (!asked.has(memberKey(row))) {
          asked.add(memberKey(row));
          send(row.pid, "SIGTERM");
        }
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  async #living(): Promise<readonly ProcessRow[]> {
    const living = members(await this.#table.list(), this.#known, this.#root);
    for (const row of living) {
      this.#known.add(memberKey(row));
    }
    return living;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}
