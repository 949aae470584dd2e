// Where the runs are.
import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/**
 * The folder that is named, else the nearest one, from the current folder upwards, that has a store or a project file,
 * else the current folder.
 */
export async function workspaceFolder(named: string | undefined): Promise<string> {
  if (named !== undefined) {
    return resolve(named);
  }
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (
      (await isThere(join(folder, ".quartz-rss", "runs"))) ||
      (await isThere(join(folder, "quartz-rss.json")))
    ) {
      return folder;
    }
    if (dirname(folder) === folder) {
      return process.cwd();
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
