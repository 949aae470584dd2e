// Every run there is to choose from: reads the logs of the workspace, and remembers what it read.
import { URI, Utils } from "vscode-uri";
import type { Cancellation } from "#core/base/cancellation";
import { t } from "#core/base/text";
import { formatAmount } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { runDetail, runTitle } from "#core/view/runStatus";
import type { FileState, Host } from "./files.ts";
import type { RunChoice } from "./protocol.ts";
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
      for (const log of await this.#host.files.list(folder, globs, token)) {
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

  async #ofLog(log: string, shown: ShownRun | undefined): Promise<readonly RunChoice[]> {
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
          title: logName(log),
          detail,
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
        title: runTitle(run, logName(log)),
        detail: runDetail(run),
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
