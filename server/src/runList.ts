// Every run there is to choose from: reads the logs of the workspace, and remembers what it read.
import { URI, Utils } from "vscode-uri";
import type { Cancellation } from "#core/base/cancellation";
import { t } from "#core/base/text";
import { formatAmount } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { RUN_LOG_NAME } from "#core/store/runFile";
import { runDetail, runTitle } from "#core/view/runStatus";
import type { FileState, Host } from "./files.ts";
import type { RunChoice } from "./protocol.ts";
import { factsBeside } from "./runFacts.ts";
import { logName, type ShownRun } from "./runStore.ts";

/** A log above this is offered by name only: reading a gigabyte for a list is not what anyone asked for. */
const LARGEST_TO_LIST_BYTES = 64 * 1024 * 1024;

export class RunList {
  readonly #host: Host;
  readonly #seen = new Map<string, { readonly state: FileState; readonly runs: readonly Run[] }>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Runs of all logs below `folders` that match `globs`; logs without memory lines are left out. */
  async choices(
    folders: readonly string[],
    globs: readonly string[],
    shown: ShownRun | undefined,
    token: Cancellation,
  ): Promise<readonly RunChoice[]> {
    const choices: RunChoice[] = [];
    const seen = new Set<string>();
    for (const folder of folders) {
      const kept = await this.#kept(folder, token);
      for (const log of [...kept, ...(await this.#host.files.list(folder, globs, token))]) {
        if (token.isCancellationRequested) {
          return choices;
        }
        // Folders may lie in each other.
        if (!seen.has(log)) {
          seen.add(log);
          const where = folders.length > 1 ? [Utils.basename(URI.parse(folder))] : [];
          const found = await this.#ofLog(log, shown);
          choices.push(
            ...found.map((choice) => ({ ...choice, detail: [choice.detail, ...where].join(" · ") })),
          );
        }
      }
    }
    return choices;
  }

  /** Logs of the runs that the folder keeps, the latest first. They lie where no source or other log is looked for. */
  async #kept(folder: string, token: Cancellation): Promise<readonly string[]> {
    const runs = Utils.joinPath(URI.parse(folder), ".quartz-rss", "runs").toString();
    if ((await this.#host.files.state(runs)) === undefined) {
      return [];
    }
    return (await this.#host.files.list(runs, [`*/${RUN_LOG_NAME}`], token)).toReversed();
  }

  /** What its maker called a kept run, and how it ended; else the file's name. */
  async #named(log: string): Promise<{ readonly name: string; readonly facts: readonly string[] }> {
    const file = await factsBeside(log, this.#host);
    return file === undefined
      ? { name: logName(log), facts: [] }
      : { name: file.label ?? file.build ?? file.id, facts: [t(`kept.${file.status}`), file.id] };
  }

  async #ofLog(log: string, shown: ShownRun | undefined): Promise<readonly RunChoice[]> {
    const { name, facts } = await this.#named(log);
    const state = await this.#host.files.state(log);
    if (state === undefined) {
      return [];
    }
    if (state.sizeBytes > LARGEST_TO_LIST_BYTES) {
      const detail = t("run.large", { size: formatAmount(state.sizeBytes) });
      return [
        {
          log,
          run: null,
          title: name,
          detail: [...facts, detail].join(" · "),
          line: 0,
          active: shown?.log === log,
          approximate: false,
        },
      ];
    }
    return (await this.#runs(log, state)).map((run) => ({
      ...{
        log,
        run: run.index,
        title: runTitle(run, name),
        detail: [...facts, runDetail(run)].join(" · "),
        line: run.firstLine,
      },
      active: shown?.log === log && shown.run.index === run.index,
      approximate: run.kind === "expectation",
    }));
  }

  async #runs(log: string, state: FileState): Promise<readonly Run[]> {
    const seen = this.#seen.get(log);
    if (seen?.state.modifiedMs === state.modifiedMs && seen.state.sizeBytes === state.sizeBytes) {
      return seen.runs;
    }
    const reader = createLogReader(this.#host.decode, "folded");
    for await (const chunk of this.#host.files.readFrom(log, 0)) {
      reader.push(chunk);
    }
    const { runs } = reader.end();
    this.#seen.set(log, { state, runs });
    return runs;
  }
}
