// The build that is asked for, out of quartz-rss.json.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { parseProject } from "#core/project/parseProject";
import { type Build, PROJECT_FILE_NAME } from "#core/project/project";
import { causeOf, type Streams } from "../io.ts";

/** Undefined where there is none that can be run; why is said. */
export async function findBuild(
  folder: string,
  name: string | undefined,
  { err }: Streams,
): Promise<Build | undefined> {
  const file = PROJECT_FILE_NAME;
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch (error) {
    err(t("cli.unreadable", { file: join(folder, file), cause: causeOf(error) }));
    return undefined;
  }
  const { project, problems } = parseProject(text);
  for (const { range, message } of problems) {
    const [line, column] = [range.start.line + 1, range.start.character + 1];
    err(t("cli.problem", { file, line, column, message }));
  }
  const { builds } = project;
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
