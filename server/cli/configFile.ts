// Finds and reads quartz-rss.json for commands that need it.
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { t } from "#core/base/text";
import { type ParsedProject, PROJECT_FILE_NAME } from "#core/project/project";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { readSource } from "#core/quartz/readSource";
import { causeOf, type Streams } from "./io.ts";
import { projectOf } from "./projectText.ts";

export interface ConfigFile extends ParsedProject {
  readonly path: string;
  readonly text: string;
}

/** The project file of a folder or of the nearest one above; undefined where there is none. */
export async function findConfig(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    for (let at = resolve(folder); ; at = dirname(at)) {
      const path = join(at, PROJECT_FILE_NAME);
      const isThere = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      if (isThere) {
        return path;
      }
      if (dirname(at) === at) {
        break;
      }
    }
  }
  return undefined;
}

/** Says what is wrong with it. @throws when it cannot be read */
export async function readConfig(path: string, streams: Streams): Promise<ConfigFile> {
  const text = await readFile(path, "utf8");
  return { ...projectOf(text, path, streams), path, text };
}

/** Node kind number → name, with the constants file that the project names. */
export async function kindNamesOf(
  { project: { constantsFile }, path }: ConfigFile,
  streams: Streams,
): Promise<ReadonlyMap<number, string>> {
  if (constantsFile === undefined) {
    return nodeKindNames([]);
  }
  try {
    const source = readSource(await readFile(join(dirname(path), constantsFile), "utf8"));
    return nodeKindNames(source.constants);
  } catch (error) {
    streams.err(t("cli.unreadable", { file: constantsFile, cause: causeOf(error) }));
    return nodeKindNames([]);
  }
}
