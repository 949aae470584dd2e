// The form of a report that is handed on: a page in Markdown for each run.
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { t } from "#core/base/text";
import type { Run } from "#core/log/record";
import type { RowMode } from "#core/log/rows";
import { diffRuns } from "#core/model/compare/diffRuns";
import { NO_FACTS } from "#core/model/compare/runFacts";
import { modelRun } from "#core/model/runModel";
import { summarizeRun } from "#core/model/runSummary";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_FILE_NAME, RUN_LOG_NAME, type RunFile } from "#core/store/runFile";
import { comparisonSection } from "#core/view/handoff/comparison";
import { handoffLines } from "#core/view/handoff/handoff";
import type { Streams } from "./io.ts";
import type { ReportWriter } from "./reportWriters.ts";
import type { RunInput } from "./runInput.ts";

export class MarkdownReport implements ReportWriter {
  readonly rowMode: RowMode;
  readonly #streams: Streams;
  readonly #kindNames: ReadonlyMap<number, string>;
  readonly #top: number;
  readonly #baseline: RunInput | undefined;
  #isFirst = true;

  /** @param top how many functions, kinds and probes a page names */
  constructor(
    streams: Streams,
    kindNames: ReadonlyMap<number, string>,
    top: number,
    baseline: RunInput | undefined,
  ) {
    this.#streams = streams;
    this.#kindNames = kindNames;
    this.#top = top;
    this.#baseline = baseline;
    // A figure is compared with its like, however small it is.
    this.rowMode = baseline === undefined ? { largest: top } : "folded";
  }

  async write(run: Run, log: string): Promise<void> {
    const summary = summarizeRun(run, this.#kindNames, this.#top);
    const facts = await factsBeside(log, this.#streams);
    const further = this.#compare(run, facts);
    const page = handoffLines({ summary, log, top: this.#top, facts, further });
    await this.#streams.out(`${this.#isFirst ? "" : "\n---\n\n"}${page.join("\n")}\n`);
    this.#isFirst = false;
  }

  async end(): Promise<void> {}

  #compare(run: Run, facts: RunFile | undefined): readonly string[] {
    const base = this.#baseline;
    if (base === undefined) {
      return [];
    }
    const [before, now] = [modelRun(base.run, this.#kindNames), modelRun(run, this.#kindNames)];
    const diff = diffRuns(before, now, { base: base.facts, run: { ...NO_FACTS, ...facts } });
    return comparisonSection(diff, base.log, this.#top);
  }
}

/** What the run folder of a log says; undefined for a log that lies anywhere else. */
async function factsBeside(log: string, streams: Streams): Promise<RunFile | undefined> {
  if (basename(log) !== RUN_LOG_NAME) {
    return undefined;
  }
  const file = join(dirname(log), RUN_FILE_NAME);
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
