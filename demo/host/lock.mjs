// @ts-check
// A lock between processes: a folder that holds one file, named by the owner's process id and a random part.
// A folder can only be renamed onto a folder that is empty, so taking the lock is one atomic step, and clearing
// away a dead owner's file can never remove the lock of somebody else.
import { randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 200;
const BEAT_MS = 5_000;
/** A lock that was not touched for so long is stale even if its process id is in use again. */
const STALE_MS = 60_000;

/**
 * Runs `work` while holding the lock `dir`; waits for another process that holds it.
 * @template T
 * @param {string} dir
 * @param {{ onWait: (pid: string) => void }} events
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(dir, { onWait }, work) {
  const owner = `${process.pid}-${randomUUID()}`;
  let told = "";
  while (!take(dir, owner)) {
    const holder = livingHolder(dir);
    if (holder !== undefined && holder !== told) onWait(holder);
    told = holder ?? told;
    await delay(POLL_MS);
  }
  const beat = setInterval(() => touch(join(dir, owner)), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(join(dir, owner), { force: true });
  }
}

/**
 * @param {string} dir
 * @param {string} owner
 */
function take(dir, owner) {
  const own = `${dir}.${owner}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, owner), "");
  try {
    renameSync(own, dir);
    return true;
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (isCode(error, "ENOTEMPTY", "EEXIST")) return false;
    throw error;
  }
}

/**
 * The id of the process that holds the lock; a dead one's file is removed.
 * @param {string} dir
 */
function livingHolder(dir) {
  for (const owner of list(dir)) {
    const pid = owner.split("-", 1).join();
    if (isAlive(Number(pid)) && isFresh(join(dir, owner))) return pid;
    try {
      unlinkSync(join(dir, owner));
    } catch (error) {
      if (!isCode(error, "ENOENT")) throw error;
    }
  }
  return undefined;
}

/** @param {string} dir */
function list(dir) {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** @param {string} file */
function isFresh(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < STALE_MS;
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Taken over while this process slept: what the lock guards is safe without it, only slower.
  }
}

/**
 * @param {unknown} error
 * @param {...string} codes
 */
function isCode(error, ...codes) {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
