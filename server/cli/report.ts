// `quartz-rss report`. Runs are printed as they become complete, so that a log may hold more than fits into memory.
import { t } from "#core/base/text";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, inputName, readInput, type Streams } from "./io.ts";
import { MarkdownReport } from "./markdownReport.ts";
import { JsonReport, type ReportWriter, TextReport } from "./reportWriters.ts";
import type { RunInput } from "./runInput.ts";

export type ReportFormat = "text" | "json" | "markdown";

export interface ReportOptions {
  readonly files: readonly string[];
  readonly format: ReportFormat;
  readonly top: number;
  /** What a hand-off compares each run with. */
  readonly baseline?: RunInput | undefined;
}

/** Reports every log that can be read; the exit code says whether all could. */
export async function report(options: ReportOptions, streams: Streams): Promise<number> {
  const writer = writerFor(options, streams);
  let code = EXIT_OK;
  for (const file of options.files) {
    const isUsed = await reportLog(file, writer, streams).catch((error: unknown) => {
      streams.err(t("cli.unreadable", { file: inputName(file), cause: causeOf(error) }));
      return false;
    });
    code = isUsed ? code : EXIT_UNUSABLE;
  }
  await writer.end();
  return code;
}

function writerFor({ format, top, baseline }: ReportOptions, streams: Streams): ReportWriter {
  const kindNames = nodeKindNames([]);
  switch (format) {
    case "json":
      return new JsonReport(streams, kindNames);
    case "markdown":
      return new MarkdownReport(streams, kindNames, top, baseline);
    case "text":
      return new TextReport(streams, kindNames, top);
  }
}

/** False when the log has no memory lines. @throws when it cannot be read to its end */
async function reportLog(file: string, writer: ReportWriter, streams: Streams): Promise<boolean> {
  const name = inputName(file);
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), writer.rowMode);
  let runs = 0;
  const write = async (complete: readonly Run[]): Promise<void> => {
    for (const run of complete) {
      await writer.write(run, name);
      sayProblems(name, run, streams);
      runs++;
    }
  };
  try {
    for await (const chunk of readInput(file, streams)) {
      reader.push(chunk);
      await write(reader.takeRuns());
    }
  } finally {
    // What was read before a failure is still good.
    await write(reader.end().runs);
  }
  if (runs === 0) {
    streams.err(t("cli.noMemoryLines", { file: name, lines: reader.end().tally.lines }));
  }
  return runs > 0;
}

/** Problems go to the messages too, so that a script that reads the answer still lets a person see them. */
export function sayProblems(file: string, { problems, furtherProblems }: Run, streams: Streams): void {
  for (const { line, column, message } of problems) {
    streams.err(t("cli.problem", { file, line: line + 1, column: column + 1, message }));
  }
  if (furtherProblems > 0) {
    streams.err(t("cli.furtherProblems", { file, count: furtherProblems }));
  }
}
