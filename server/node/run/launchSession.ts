// What surrounds the runs of one command: one launch at a time, and nothing left behind, whatever happens.
import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cleanUp, cleanUpAfterOthers, copiesFolder, noteLaunch } from "./cleanUp.ts";
import { copyTree } from "./treeCopy.ts";
import { type LockHolder, lockLaunches } from "./userLock.ts";

export interface LaunchSession {
  readonly mark: string;
  /** A copy of the workspace that goes when the session ends. @throws when it cannot be made */
  readonly copyTree: () => Promise<string>;
}

/** What came of it: somebody else launches now, or what the work gave. */
export type SessionResult<T> = { readonly holder: LockHolder } | { readonly result: T };

/** @throws what `work` throws, or when lock and notes cannot be written */
export async function withLaunch<T>(
  { build, workspace }: { readonly build: string; readonly workspace: string },
  work: (session: LaunchSession) => Promise<T>,
): Promise<SessionResult<T>> {
  const mark = randomUUID();
  const lock = await lockLaunches({ build, folder: workspace, since: new Date().toISOString(), mark });
  if (!lock.isHeld) {
    return { holder: lock.holder };
  }
  try {
    await cleanUpAfterOthers(workspace);
    await removeStaleCopies(mark);
    const forget = await noteLaunch(workspace, mark);
    try {
      return { result: await work({ mark, copyTree: () => copyOf(workspace, mark) }) };
    } finally {
      await cleanUp(mark);
      await forget();
    }
  } finally {
    await lock.release();
  }
}

async function copyOf(workspace: string, mark: string): Promise<string> {
  const copy = join(await copiesFolder(mark), "tree");
  await copyTree(workspace, copy);
  return copy;
}

/** Whoever has the lock is the only one that has copies. */
async function removeStaleCopies(mark: string): Promise<void> {
  const trees = dirname(await copiesFolder(mark));
  for (const name of await readdir(trees).catch(() => [])) {
    await rm(join(trees, name), { recursive: true, force: true });
  }
}
