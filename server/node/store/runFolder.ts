// The folder of one run, while it is written.
import { type FileHandle, lstat, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  formatRunFile,
  newRunFile,
  RUN_FILE_NAME,
  RUN_LOG_NAME,
  RUN_SYMBOLS_NAME,
  type RunFile,
  type RunStatus,
} from "#core/store/runFile";
import { runId } from "#core/store/runId";
import { hasCode } from "../errorCode.ts";
import { thisProcess } from "./processStart.ts";
import { changeRunFile } from "./runText.ts";
import { makeRunsFolder } from "./storeFolder.ts";

/** What a new run folder is made of; the rest is filled in. */
export type KnownOfRun = Pick<RunFile, "origin"> & Partial<Omit<RunFile, "id" | "log" | "version">>;

/** Tries to find a name that no other run has: as many can hardly begin in one second. */
const MOST_TRIES = 100;

export class RunFolder {
  readonly path: string;
  readonly #workspace: string;
  #run: RunFile;
  /** One change after the other. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(path: string, workspace: string, run: RunFile) {
    this.path = path;
    this.#workspace = workspace;
    this.#run = run;
  }

  /** As last written. */
  get run(): RunFile {
    return this.#run;
  }

  get logPath(): string {
    return join(this.path, RUN_LOG_NAME);
  }

  get symbolsPath(): string {
    return join(this.path, RUN_SYMBOLS_NAME);
  }

  /** The raw log, to append to. The caller closes it. */
  openLog(): Promise<FileHandle> {
    return open(this.logPath, "a");
  }

  /** Writes what has become known; the rest stays. @throws when it cannot be written, or when the folder is gone */
  update(changes: Partial<Omit<RunFile, "id" | "log" | "version">>): Promise<RunFile> {
    const next = this.#work.then(async () => {
      this.#run = await changeRunFile(this.path, changes, this.#workspace);
      return this.#run;
    });
    this.#work = next.catch(() => undefined);
    return next;
  }

  /** The last word on a run. */
  finish(
    status: Exclude<RunStatus, "running">,
    changes: Partial<Omit<RunFile, "id" | "log" | "version" | "status">> = {},
  ): Promise<RunFile> {
    return this.update({ endedAt: new Date().toISOString(), ...changes, status });
  }
}

/**
 * A new run with this process as its writer, and an empty log. It appears with its `run.json` in it, so that whatever
 * happens later it can be read.
 * @param workspace folder that holds `.quartz-rss/` @param fill writes more files before the run appears
 * @throws when it cannot be made, with path and cause; then nothing is left behind
 */
export async function createRunFolder(
  workspace: string,
  known: KnownOfRun,
  fill: (folder: string) => Promise<Partial<RunFile>> = async () => ({}),
): Promise<RunFolder> {
  const runs = await makeRunsFolder(workspace);
  const writer = await thisProcess();
  for (let tries = 1; ; tries++) {
    const now = new Date();
    const id = runId(now, Math.random());
    const hidden = join(runs, `.${id}.tmp`);
    try {
      await mkdir(hidden);
    } catch (error) {
      if (hasCode(error, "EEXIST") && tries < MOST_TRIES) {
        continue;
      }
      throw error;
    }
    try {
      // Whoever has the hidden name may make the other one, so that nobody takes it from here on.
      if (await isThere(join(runs, id))) {
        await rm(hidden, { recursive: true, force: true });
        continue;
      }
      const startedAt = known.origin === "launch" ? now.toISOString() : null;
      const given = { status: "running", writer, startedAt, ...known } as const;
      await writeFile(join(hidden, RUN_LOG_NAME), "", { flag: "wx" });
      const run = newRunFile({ ...given, ...(await fill(hidden)), id });
      await writeFile(join(hidden, RUN_FILE_NAME), formatRunFile(run), { flush: true });
      await rename(hidden, join(runs, id));
      return new RunFolder(join(runs, id), workspace, run);
    } catch (error) {
      await rm(hidden, { recursive: true, force: true });
      throw error;
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
