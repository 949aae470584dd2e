// What the code of a folder is like now.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import { type Snapshot, takeSnapshot } from "#core/model/snapshot";
import { readSource } from "#core/quartz/readSource";
import { SymbolIndex } from "#core/quartz/symbolIndex";
import { IGNORED_FOLDERS } from "../../src/files.ts";

/**
 * Undefined where there are no sources. Files that cannot be read are passed over: their functions are unknown then.
 * @param roots root files, relative to the folder
 */
export async function snapshotOfFolder(
  folder: string,
  roots: readonly string[],
): Promise<Snapshot | undefined> {
  const ignore = IGNORED_FOLDERS.map((name) => `**/${name}/**`);
  const files = await glob(["**/*.qz"], { cwd: folder, ignore, followSymbolicLinks: false });
  const index = new SymbolIndex();
  for (const file of files.toSorted()) {
    const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
    if (text !== undefined) {
      index.set(file, file, readSource(text));
    }
  }
  index.setRoots(roots);
  return files.length === 0 ? undefined : takeSnapshot(index, "import", (file) => file);
}
