// One launch at a time for each user, whatever editor or terminal asks: two would measure each other, and fill the memory.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Fields } from "#core/store/fields";
import type { RunWriter } from "#core/store/runFile";
import { isAlive, thisProcess } from "../store/processStart.ts";
import { cleanUp } from "./cleanUp.ts";
import { cacheFolder } from "./userFolders.ts";

/** Who launches, what and since when. */
export interface LockHolder extends RunWriter {
  readonly build: string;
  readonly folder: string;
  readonly since: string;
  /** Marks what it started, so that it can be ended after its own sudden end. */
  readonly mark: string;
}

export type Lock =
  | { readonly isHeld: true; readonly release: () => Promise<void> }
  | { readonly isHeld: false; readonly holder: LockHolder };

/** Of a holder that is gone the lock is taken over, once what it left running has ended. */
export async function lockLaunches(
  what: Pick<LockHolder, "build" | "folder" | "since" | "mark">,
): Promise<Lock> {
  const path = join(await cacheFolder(), "launch.lock");
  const own: LockHolder = { ...what, ...(await thisProcess()) };
  const text = JSON.stringify(own);
  for (;;) {
    if (await create(path, text)) {
      return { isHeld: true, release: () => releaseOf(path, text) };
    }
    const found = await readFile(path, "utf8").catch(() => undefined);
    if (found === undefined) {
      continue;
    }
    const holder = parseHolder(found);
    if (holder !== undefined && (await isAlive(holder))) {
      return { isHeld: false, holder };
    }
    if (holder !== undefined) {
      await cleanUp(holder.mark);
    }
    await takeAway(path, found);
  }
}

/** The lock is there as a whole or not at all. */
async function create(path: string, text: string): Promise<boolean> {
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, text, { mode: 0o600 });
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Takes away the lock that was found, and puts back one that somebody else made meanwhile. */
async function takeAway(path: string, found: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, "utf8")) !== found) {
      await link(aside, path);
    }
  } catch {
    // Another one was quicker: the next attempt tells.
  } finally {
    await rm(aside, { force: true });
  }
}

async function releaseOf(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) {
    await rm(path, { force: true });
  }
}

/** Undefined for what nobody can have written whole. */
function parseHolder(text: string): LockHolder | undefined {
  try {
    const fields = new Fields(JSON.parse(text));
    return {
      ...{ pid: fields.needInteger("pid", 1), started: fields.text("started") },
      ...{ build: fields.needText("build"), folder: fields.needText("folder") },
      ...{ since: fields.needText("since"), mark: fields.needText("mark") },
    };
  } catch {
    return undefined;
  }
}
