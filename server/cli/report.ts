// `quartz-rss report`
import { t } from "#core/base/text";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { reportJson } from "#core/view/reportJson";
import { reportText } from "#core/view/reportText";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, inputName, readInput, type Streams } from "./io.ts";

export interface ReportOptions {
  readonly files: readonly string[];
  readonly format: "text" | "json";
  readonly top: number;
}

/** Reports every log that can be read; the exit code says whether all could. */
export async function report(options: ReportOptions, streams: Streams): Promise<number> {
  const kindNames = nodeKindNames([]);
  const answers: unknown[] = [];
  let code = EXIT_OK;
  for (const file of options.files) {
    const name = inputName(file);
    const log = await readLog(file, streams).catch((error: unknown) => {
      streams.err(t("cli.unreadable", { file: name, cause: causeOf(error) }));
    });
    if (log === undefined || log.runs.length === 0) {
      if (log !== undefined) {
        streams.err(t("cli.noMemoryLines", { file: name, lines: log.tally.lines }));
      }
      code = EXIT_UNUSABLE;
      continue;
    }
    if (options.format === "json") {
      answers.push(...reportJson(log, name, kindNames));
    } else {
      const pages = log.runs.map((run) => reportText(modelRun(run, kindNames), name, options.top).join("\n"));
      streams.out(`${pages.join("\n\n")}\n`);
    }
    sayProblems(name, log, streams);
  }
  if (options.format === "json") {
    streams.out(`${JSON.stringify(answers, null, 2)}\n`);
  }
  return code;
}

async function readLog(file: string, streams: Streams): Promise<MemoryLog> {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes));
  for await (const chunk of readInput(file, streams)) {
    reader.push(chunk);
  }
  return reader.end();
}

/** Problems go to the messages too, so that a script that reads the answer still lets a person see them. */
function sayProblems(file: string, log: MemoryLog, streams: Streams): void {
  for (const { problems } of log.runs) {
    for (const { line, column, message } of problems) {
      streams.err(t("cli.problem", { file, line: line + 1, column: column + 1, message }));
    }
  }
}
