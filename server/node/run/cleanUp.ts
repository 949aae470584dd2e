// What a launch leaves behind when it is ended suddenly: processes that run on, and copies of trees.
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Fields } from "#core/store/fields";
import type { RunWriter } from "#core/store/runFile";
import { ProcessTree } from "../process/processTree.ts";
import { isAlive, thisProcess } from "../store/processStart.ts";
import { writeWhole } from "../writeWhole.ts";
import { cacheFolder } from "./userFolders.ts";

/** A launch's name in environments, file names and folders. */
const MARK = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the copies of a launch are made. */
export async function copiesFolder(mark: string): Promise<string> {
  return join(await cacheFolder(), "trees", mark);
}

/** Ends what a launch started and takes away its copies. Only what carries the mark is touched: a process id is used again. */
export async function cleanUp(mark: string): Promise<void> {
  if (MARK.test(mark)) {
    await new ProcessTree(mark).end();
    await rm(await copiesFolder(mark), { recursive: true, force: true });
  }
}

/**
 * Writes down that a launch goes on, in the workspace itself: the next one finds it there.
 * @returns what takes the note away again
 */
export async function noteLaunch(workspace: string, mark: string): Promise<() => Promise<void>> {
  const path = join(launchesFolder(workspace), `${mark}.json`);
  const text = JSON.stringify(await thisProcess());
  await writeWhole(path, new TextEncoder().encode(text), workspace);
  return () => rm(path, { force: true });
}

/** Puts in order what earlier launches of a workspace left, as far as nobody goes on with it. How many they were. */
export async function cleanUpAfterOthers(workspace: string): Promise<number> {
  const folder = launchesFolder(workspace);
  let count = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const mark = name.replace(/\.json$/, "");
    if (MARK.test(mark) && !(await isGoingOn(join(folder, name)))) {
      await cleanUp(mark);
      await rm(join(folder, name), { force: true });
      count++;
    }
  }
  return count;
}

async function isGoingOn(path: string): Promise<boolean> {
  try {
    const fields = new Fields(JSON.parse(await readFile(path, "utf8")));
    const writer: RunWriter = { pid: fields.needInteger("pid", 1), started: fields.text("started") };
    return await isAlive(writer);
  } catch {
    return false;
  }
}

function launchesFolder(workspace: string): string {
  return join(workspace, ".quartz-rss", "launches");
}
