// Real processes, and a folder of their own for what they write.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

export interface Scratch {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Writes a file and gives its path. */
  readonly write: (name: string, text: string) => string;
  /** Empty where there is no such file. */
  readonly read: (name: string) => string;
}

/** A folder that is gone after the tests of a file. */
export function makeScratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "quartz-rss-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    ...{ folder, path },
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
      return path(name);
    },
    read: (name) => {
      try {
        return readFileSync(path(name), "utf8");
      } catch {
        return "";
      }
    },
  };
}

/** False also for one that has ended and was not collected. */
export function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}
