// The form of a report that is handed on: a page in Markdown for each run.
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { t } from "#core/base/text";
import type { Run } from "#core/log/record";
import type { RowMode } from "#core/log/rows";
import { summarizeRun } from "#core/model/runSummary";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_LOG_NAME, type RunFile } from "#core/store/runFile";
import { handoffLines } from "#core/view/handoff/handoff";
import type { Streams } from "./io.ts";
import type { ReportWriter } from "./reportWriters.ts";

export class MarkdownReport implements ReportWriter {
  readonly rowMode: RowMode;
  readonly #streams: Streams;
  readonly #kindNames: ReadonlyMap<number, string>;
  readonly #top: number;
  #isFirst = true;

  /** @param top how many functions, kinds and probes a page names */
  constructor(streams: Streams, kindNames: ReadonlyMap<number, string>, top: number) {
    this.#streams = streams;
    this.#kindNames = kindNames;
    this.#top = top;
    this.rowMode = { largest: top };
  }

  async write(run: Run, log: string): Promise<void> {
    const summary = summarizeRun(run, this.#kindNames, this.#top);
    const facts = await factsBeside(log, this.#streams);
    const page = handoffLines({ summary, log, top: this.#top, facts });
    await this.#streams.out(`${this.#isFirst ? "" : "\n---\n\n"}${page.join("\n")}\n`);
    this.#isFirst = false;
  }

  async end(): Promise<void> {}
}

/** What the run folder of a log says; undefined for a log that lies anywhere else. */
async function factsBeside(log: string, streams: Streams): Promise<RunFile | undefined> {
  if (basename(log) !== RUN_LOG_NAME) {
    return undefined;
  }
  const file = join(dirname(log), "run.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const { run, problem } = parseRunFile(text);
  if (problem !== undefined) {
    streams.err(t("cli.unreadable", { file, cause: problem.message }));
  }
  return run;
}
