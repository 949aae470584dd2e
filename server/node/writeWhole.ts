// Writes a file as a whole or not at all.
import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";

/**
 * Makes the folders that are missing, writes beside the file and renames.
 * @throws when it cannot, or when links lead out of `within`; then nothing is left behind
 */
export async function writeWhole(path: string, bytes: Uint8Array, within: string): Promise<void> {
  const folder = dirname(path);
  await stayWithin(folder, within);
  await mkdir(folder, { recursive: true });
  await replaceFile(path, bytes);
}

/** As `writeWhole`, in a folder that must be there. @throws when it cannot; then nothing is left behind */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    // On the disk before it takes the name: else a power failure could leave an empty file there.
    await writeFile(beside, bytes, { flag: "wx", flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Looks at the deepest folder on the way that is there already: what is made below it is no link.
 * @throws when links lead out of `within`
 */
export async function stayWithin(folder: string, within: string): Promise<void> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined && dirname(folder) !== folder) {
    return stayWithin(dirname(folder), within);
  }
  const limit = await realpath(within);
  if (real !== limit && real?.startsWith(limit.endsWith(sep) ? limit : limit + sep) !== true) {
    throw new Error(`${folder} leads out of ${within}`);
  }
}
