// The root files that quartz-rss.json names, for the commands that need them.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { t } from "#core/base/text";
import { PROJECT_FILE_NAME, parseProjectFile } from "#core/quartz/projectFile";
import { causeOf, type Streams } from "./io.ts";

/** Absolute paths; none when there is no project file. A broken one is reported and passed over. */
export async function projectRoots(folder: string, streams: Streams): Promise<readonly string[]> {
  const file = join(folder, PROJECT_FILE_NAME);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return [];
  }
  try {
    return parseProjectFile(text).roots.map((root) => join(folder, root));
  } catch (error) {
    streams.err(t("cli.projectFile", { file: PROJECT_FILE_NAME, cause: causeOf(error) }));
    return [];
  }
}

export function sameFile(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}
