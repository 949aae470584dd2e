// A copy of a tree of sources outside of the workspace: what is built there cannot change the user's files.
import { constants } from "node:fs";
import { chmod, copyFile, lstat, mkdir, readdir, readlink, stat, symlink, utimes } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** What no build of the tree is made from. */
const LEFT_OUT: ReadonlySet<string> = new Set([".git", ".quartz-rss", "node_modules"]);

/**
 * Copies by sharing blocks where the file system can. Links within the tree lead to the copy of what they lead to.
 * @param to must not be there yet
 * @throws when something cannot be copied
 */
export async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFolder(from, to, { from, to });
}

interface Roots {
  readonly from: string;
  readonly to: string;
}

async function copyFolder(from: string, to: string, roots: Roots): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (LEFT_OUT.has(entry.name)) {
      continue;
    }
    if (entry.isDirectory()) {
      await copyFolder(source, target, roots);
    } else if (entry.isSymbolicLink()) {
      await symlink(linkTarget(source, await readlink(source), roots), target);
    } else if (entry.isFile()) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      // Build tools go by times.
      const { atime, mtime } = await lstat(source);
      await utimes(target, atime, mtime);
    }
  }
  await chmod(to, (await stat(from)).mode);
}

/** A relative link stays as it is within the tree; one that leaves it keeps leading where it led. */
function linkTarget(link: string, written: string, { from, to }: Roots): string {
  const target = resolve(dirname(link), written);
  const within = relative(from, target);
  if (within.startsWith("..") || isAbsolute(within)) {
    return target;
  }
  return isAbsolute(written) ? join(to, within) : written;
}
