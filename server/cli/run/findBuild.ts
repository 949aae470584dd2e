// The build that is asked for, out of quartz-rss.json.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { type Build, PROJECT_FILE_NAME } from "#core/project/project";
import { causeOf, type Streams } from "../io.ts";
import { projectOf } from "../projectText.ts";

/** Undefined where there is none that can be run; why is said. */
export async function findBuild(
  folder: string,
  name: string | undefined,
  streams: Streams,
): Promise<Build | undefined> {
  const { err } = streams;
  const file = PROJECT_FILE_NAME;
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch (error) {
    err(t("cli.unreadable", { file: join(folder, file), cause: causeOf(error) }));
    return undefined;
  }
  const { builds } = projectOf(text, file, streams).project;
  const build = name === undefined ? onlyOf(builds) : builds.find((one) => one.name === name);
  if (build === undefined) {
    const known = builds.map((one) => one.name).join(", ");
    err(name === undefined ? t("run.noName", { file, known }) : t("run.noBuild", { file, name, known }));
    return undefined;
  }
  if (!build.steps.some(({ role }) => role === "measure")) {
    err(t("run.noMeasure", { file, name: build.name }));
    return undefined;
  }
  return build;
}

function onlyOf(builds: readonly Build[]): Build | undefined {
  return builds.length === 1 ? builds[0] : undefined;
}
