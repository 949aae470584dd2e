// All runs of a workspace. Only `run.json` is read, and only when it changed, so that hundreds stay fast.
import { lstat, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { expiredRuns } from "#core/store/retention";
import type { RunEntry } from "#core/store/runEntry";
import type { RunFile } from "#core/store/runFile";
import { isRunId } from "#core/store/runId";
import { hasCode } from "../errorCode.ts";
import { stayWithin } from "../writeWhole.ts";
import { isAlive } from "./processStart.ts";
import { changeRunFile, RunFileError, readRunFile, runFilePath } from "./runText.ts";
import { runsFolderOf } from "./storeFolder.ts";

/** Folders that are looked at together. */
const AT_ONCE = 32;

interface Known {
  readonly print: string;
  readonly entry: RunEntry;
}

export class RunFolders {
  readonly #workspace: string;
  readonly #known = new Map<string, Known>();

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  /**
   * Newest first. A run whose writer is gone is `crashed`, whatever its file says. None where there is no store.
   * @throws when the folder of runs cannot be read
   */
  async list(): Promise<readonly RunEntry[]> {
    const ids = (await this.#names()).filter(isRunId).sort().reverse();
    const entries: RunEntry[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => this.#entry(id)));
      entries.push(...some.filter((entry) => entry !== undefined));
    }
    const there = new Set(ids);
    for (const id of this.#known.keys()) {
      if (!there.has(id)) {
        this.#known.delete(id);
      }
    }
    return entries;
  }

  /** Sets or, with null, takes away the name and the remark that a person gave. @throws when it cannot be written */
  async rename(id: string, names: Partial<Pick<RunFile, "label" | "note">>): Promise<RunFile> {
    return changeRunFile(await this.#folderOf(id), names, this.#workspace);
  }

  /** @throws RunFileError when there is no such run or it goes on, or when it cannot be deleted */
  async delete(id: string): Promise<void> {
    const folder = await this.#folderOf(id);
    const entry = await this.#entry(id);
    if (entry?.run?.status === "running") {
      throw new RunFileError(t("store.running", { id }));
    }
    await stayWithin(runsFolderOf(this.#workspace), this.#workspace);
    // Gone as a whole, also when this is interrupted.
    const hidden = join(runsFolderOf(this.#workspace), `.${id}.deleted`);
    await rm(hidden, { recursive: true, force: true });
    await rename(folder, hidden);
    this.#known.delete(id);
    await rm(hidden, { recursive: true, force: true });
  }

  /** Deletes what `expiredRuns` says; damaged folders stay. Gives the ids. @throws when one cannot be deleted */
  async keepNewest(keep: number, pinned?: ReadonlySet<string>): Promise<readonly string[]> {
    const runs = (await this.list()).flatMap(({ run }) => (run === undefined ? [] : [run]));
    const expired = expiredRuns(runs, keep, pinned);
    for (const id of expired) {
      await this.delete(id);
    }
    return expired;
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(runsFolderOf(this.#workspace));
    } catch (error) {
      if (hasCode(error, "ENOENT")) {
        return [];
      }
      throw error;
    }
  }

  async #folderOf(id: string): Promise<string> {
    const folder = join(runsFolderOf(this.#workspace), id);
    const isFolder = isRunId(id) && (await lstat(folder).catch(() => undefined))?.isDirectory() === true;
    if (!isFolder) {
      throw new RunFileError(t("store.noRun", { id }));
    }
    return folder;
  }

  /** Undefined where the folder went while it was looked at. */
  async #entry(id: string): Promise<RunEntry | undefined> {
    const path = join(runsFolderOf(this.#workspace), id);
    try {
      const { size, mtimeMs, ino } = await stat(runFilePath(path));
      const print = `${size} ${mtimeMs} ${ino}`;
      let known = this.#known.get(id);
      if (known?.print !== print) {
        known = { print, entry: await readEntry(id, path) };
        this.#known.set(id, known);
      }
      return await withLife(known.entry);
    } catch (error) {
      const isGone = (await lstat(path).catch(() => undefined)) === undefined;
      const cause = hasCode(error, "ENOENT") ? t("store.noRunFile") : messageOf(error);
      return isGone ? undefined : { id, path, problem: { kind: "broken", message: cause } };
    }
  }
}

async function readEntry(id: string, path: string): Promise<RunEntry> {
  const { run, problem } = await readRunFile(path);
  if (run === undefined) {
    return { id, path, problem };
  }
  return run.id === id
    ? { id, path, run }
    : { id, path, problem: { kind: "broken", message: t("store.otherId", { id: run.id }) } };
}

/** What goes on without anybody writing it has crashed. */
async function withLife(entry: RunEntry): Promise<RunEntry> {
  const { id, path, run } = entry;
  if (run?.status !== "running" || (run.writer !== null && (await isAlive(run.writer)))) {
    return entry;
  }
  return { id, path, run: { ...run, status: "crashed" } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
