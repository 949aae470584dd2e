// The two forms of a report: for people and for scripts.
import type { Run } from "#core/log/record";
import type { RowMode } from "#core/log/rows";
import { summarizeRun } from "#core/model/runSummary";
import { jsonText } from "#core/view/jsonText";
import { reportJson } from "#core/view/reportJson";
import { reportText } from "#core/view/reportText";
import type { Streams } from "./io.ts";

type KindNames = ReadonlyMap<number, string>;

export interface ReportWriter {
  /** What it needs of the lines of one function or kind in one phase. */
  readonly rowMode: RowMode;
  /** @param log the log's name */
  write(run: Run, log: string): Promise<void>;
  end(): Promise<void>;
}

/** A page for each run. */
export class TextReport implements ReportWriter {
  readonly rowMode: RowMode;
  readonly #streams: Streams;
  readonly #kindNames: KindNames;
  readonly #top: number;
  #isFirst = true;

  constructor(streams: Streams, kindNames: KindNames, top: number) {
    this.#streams = streams;
    this.#kindNames = kindNames;
    this.#top = top;
    this.rowMode = { largest: top };
  }

  async write(run: Run, log: string): Promise<void> {
    const summary = summarizeRun(run, this.#kindNames, this.#top);
    const page = reportText(summary, log, this.#top).join("\n");
    await this.#streams.out(`${this.#isFirst ? "" : "\n"}${page}\n`);
    this.#isFirst = false;
  }

  async end(): Promise<void> {}
}

/** One array with an object for each run. */
export class JsonReport implements ReportWriter {
  readonly rowMode = "kept";
  readonly #streams: Streams;
  readonly #kindNames: KindNames;
  #before = "[\n";

  constructor(streams: Streams, kindNames: KindNames) {
    this.#streams = streams;
    this.#kindNames = kindNames;
  }

  async write(run: Run, log: string): Promise<void> {
    await this.#streams.out(this.#before);
    for (const piece of jsonText(reportJson(run, log, this.#kindNames))) {
      await this.#streams.out(piece);
    }
    this.#before = ",\n";
  }

  async end(): Promise<void> {
    await this.#streams.out(this.#before === "[\n" ? "[]\n" : "\n]\n");
  }
}
