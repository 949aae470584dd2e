// `quartz-rss init`: a project file for the working directory.
import { lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { LOOKED_FOR, layoutOf, newProjectText } from "#core/project/newProject";
import { PROJECT_FILE_NAME } from "#core/project/project";
import { writeWhole } from "../node/writeWhole.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";

/** @param force writes over a file that is there */
export async function init(folder: string, force: boolean, streams: Streams): Promise<number> {
  const found = await Promise.all(
    LOOKED_FOR.map(async (path) => ((await isThere(folder, path)) ? [path] : [])),
  );
  const there = new Set(found.flat());
  const layout = layoutOf((path) => there.has(path));
  if (layout === undefined) {
    streams.err(t("init.noRoot", { folder }));
    return EXIT_UNUSABLE;
  }
  const path = join(folder, PROJECT_FILE_NAME);
  const isTaken = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isTaken && !force) {
    streams.err(t("init.taken", { file: PROJECT_FILE_NAME }));
    return EXIT_UNUSABLE;
  }
  try {
    await writeWhole(path, new TextEncoder().encode(newProjectText(layout)), folder);
  } catch (error) {
    streams.err(t("cli.unwritable", { file: PROJECT_FILE_NAME, cause: causeOf(error) }));
    return EXIT_UNUSABLE;
  }
  await streams.out(`${t("init.written", { file: PROJECT_FILE_NAME, root: layout.root })}\n`);
  if (layout.compiler.includes("/") && !(await isThere(folder, layout.compiler))) {
    streams.err(t("init.noCompiler", { compiler: layout.compiler }));
  }
  return EXIT_OK;
}

async function isThere(folder: string, path: string): Promise<boolean> {
  return stat(join(folder, path)).then(
    () => true,
    () => false,
  );
}
