// What the code of a folder is like now.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Snapshot, type SnapshotTaken, takeSnapshot } from "#core/model/snapshot";
import { readSource } from "#core/quartz/readSource";
import { SymbolIndex } from "#core/quartz/symbolIndex";
import { IGNORED_FOLDERS } from "../../src/files.ts";

const IGNORED: ReadonlySet<string> = new Set(IGNORED_FOLDERS);

/**
 * Undefined where there are no sources. Files that cannot be read are passed over: their functions are unknown then.
 * @param roots root files, relative to the folder
 */
export async function snapshotOfFolder(
  folder: string,
  roots: readonly string[],
  taken: SnapshotTaken,
): Promise<Snapshot | undefined> {
  const files = await sourcesOf(folder, "");
  const index = new SymbolIndex();
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
    if (text !== undefined) {
      index.set(file, file, readSource(text));
    }
  }
  index.setRoots(roots);
  return files.length === 0 ? undefined : takeSnapshot(index, taken, (file) => file);
}

/** Relative, with `/`, in a stable order. Links are not followed: they could lead anywhere, and round. */
async function sourcesOf(folder: string, within: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === "" ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory() && !IGNORED.has(entry.name)) {
      found.push(...(await sourcesOf(folder, path)));
    } else if (entry.isFile() && entry.name.endsWith(".qz")) {
      found.push(path);
    }
  }
  return found;
}
