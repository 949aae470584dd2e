// The root files that quartz-rss.json names, for the commands that need them.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PROJECT_FILE_NAME } from "#core/project/project";
import type { Streams } from "./io.ts";
import { projectOf } from "./projectText.ts";

/** Absolute paths; none when there is no project file. What is wrong with it is reported; the rest is used. */
export async function projectRoots(folder: string, streams: Streams): Promise<readonly string[]> {
  const file = join(folder, PROJECT_FILE_NAME);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return [];
  }
  const { project } = projectOf(text, PROJECT_FILE_NAME, streams);
  return project.builds.map((build) => join(folder, build.file));
}

export function sameFile(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}
