// `.quartz-rss/` in a workspace folder, and its folder of runs.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../errorCode.ts";
import { stayWithin } from "../writeWhole.ts";

export function runsFolderOf(workspace: string): string {
  return join(workspace, ".quartz-rss", "runs");
}

/** Makes what is missing of it, out of git's sight. @throws when it cannot, or when links lead out of the workspace */
export async function makeRunsFolder(workspace: string): Promise<string> {
  const runs = runsFolderOf(workspace);
  await stayWithin(runs, workspace);
  await mkdir(runs, { recursive: true });
  await writeFile(join(workspace, ".quartz-rss", ".gitignore"), "*\n", { flag: "wx" }).catch(
    (error: unknown) => {
      if (!hasCode(error, "EEXIST")) {
        throw error;
      }
    },
  );
  return runs;
}
