// What Git knows of the tree that is compiled.
import { spawn } from "node:child_process";
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readlink } from "node:fs/promises";
import { join } from "node:path";
import type { SubjectFacts } from "#core/store/runFile";

/** Of a longer file that Git does not know, only the size counts. */
const LONGEST_READ_BYTES = 1 << 22;

/** Null where the folder is in no working tree of Git, or where there is no Git. */
export async function subjectFacts(tree: string): Promise<SubjectFacts | null> {
  const top = await textOf(tree, ["rev-parse", "--show-toplevel"]);
  if (top === undefined) {
    return null;
  }
  const commit = await textOf(top, ["rev-parse", "--verify", "HEAD"]);
  return { commit: commit ?? null, dirtyHash: await dirtyHash(top, commit !== undefined) };
}

/** Of what differs from the commit, new files included; null where nothing does or it cannot be told. */
async function dirtyHash(top: string, hasCommit: boolean): Promise<string | null> {
  const hash = createHash("sha256");
  const diff = ["diff", "HEAD", "--binary", "--full-index", "--no-ext-diff", "--no-textconv", "--no-color"];
  const differs = hasCommit ? await pipe(top, diff, (bytes) => hash.update(bytes)) : 0;
  const names = await textOf(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  if (differs === undefined || names === undefined) {
    return null;
  }
  const files = names.split("\0").filter((name) => name !== "");
  for (const file of files.toSorted()) {
    await addFile(hash, top, file);
  }
  return differs === 0 && files.length === 0 ? null : hash.digest("hex");
}

async function addFile(hash: Hash, top: string, file: string): Promise<void> {
  const path = join(top, file);
  hash.update(`\0${file}\0`);
  try {
    const state = await lstat(path);
    hash.update(`${state.size}\0`);
    if (state.isSymbolicLink()) {
      hash.update(await readlink(path));
    } else if (state.isFile() && state.size <= LONGEST_READ_BYTES) {
      for await (const bytes of createReadStream(path)) {
        hash.update(bytes);
      }
    }
  } catch {
    // It went meanwhile, or may not be read: its name counts.
  }
}

/** Without the line's end; undefined where Git fails. */
async function textOf(folder: string, args: readonly string[]): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  const length = await pipe(folder, args, (bytes) => pieces.push(bytes));
  return length === undefined ? undefined : Buffer.concat(pieces).toString().replace(/\n$/, "");
}

/** Gives what Git prints, and how much it was; undefined where it fails or is not there. */
function pipe(
  folder: string,
  args: readonly string[],
  take: (bytes: Buffer) => void,
): Promise<number | undefined> {
  // Inside of a hook, variables of Git's own name another repository.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  // A look must not write, and starts no program that the repository's settings name.
  const env = { ...Object.fromEntries(inherited), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
  const child = spawn("git", ["-c", "core.fsmonitor=false", ...args], {
    ...{ cwd: folder, env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let length = 0;
  child.stdout.on("data", (bytes: Buffer) => {
    length += bytes.length;
    take(bytes);
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? length : undefined));
  });
}
