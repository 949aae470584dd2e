// The text of a project file → what can be used of it. What is wrong with it is said, in one way for all commands.
import { t } from "#core/base/text";
import { parseProject } from "#core/project/parseProject";
import type { ParsedProject } from "#core/project/project";
import type { Streams } from "./io.ts";

/** @param file its name in messages */
export function projectOf(text: string, file: string, { err }: Pick<Streams, "err">): ParsedProject {
  const parsed = parseProject(text);
  for (const { range, message } of parsed.problems) {
    const [line, column] = [range.start.line + 1, range.start.character + 1];
    err(t("cli.problem", { file, line, column, message }));
  }
  return parsed;
}
