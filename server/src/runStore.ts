// The logs that are open and the run that is shown. All of the server's knowledge about logs is here.
import type { Disposable } from "vscode-languageserver-protocol";
import { URI, Utils } from "vscode-uri";
import { t } from "#core/base/text";
import { formatAmount, formatMilliseconds } from "#core/base/units";
import type { Run } from "#core/log/record";
import { usualRun } from "#core/log/usualRun";
import type { Host } from "./files.ts";
import { FollowedLog } from "./followedLog.ts";
import type { LogChoice } from "./protocol.ts";

export interface ShownRun {
  readonly log: string;
  /** Name of the log file, for people. */
  readonly logName: string;
  readonly run: Run;
}

export class RunStore implements Disposable {
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #told: (text: string) => void;
  #followed: FollowedLog | undefined;
  /** Undefined: the last measured run, also when a later one begins. */
  #chosen: number | undefined;

  /** @param told gets how long reading took, for the server's log */
  constructor(
    host: Host,
    changed: () => void,
    failed: (error: unknown) => void,
    told: (text: string) => void = () => undefined,
  ) {
    this.#told = told;
    this.#host = host;
    this.#changed = changed;
    this.#failed = failed;
  }

  /**
   * Opens a log, or reads it again, and shows a run of it. Undefined when the log has none.
   * @throws when the file is missing or cannot be read. In both cases what was shown before stays
   */
  async use(log: string, run: number | undefined): Promise<ShownRun | undefined> {
    if (this.#followed?.uri !== log) {
      if ((await this.#host.files.state(log)) === undefined) {
        throw new Error(`${logName(log)}: no such file`);
      }
      const next = new FollowedLog(log, this.#host, this.#changed, this.#failed);
      const start = this.#host.now();
      await next.refresh().catch((error: unknown) => {
        next.dispose();
        throw error;
      });
      const time = formatMilliseconds(this.#host.now() - start);
      this.#told(t("server.logRead", { size: formatAmount(next.sizeBytes), time }));
      if (next.log.tally.records === 0) {
        next.dispose();
        return undefined;
      }
      this.#followed?.dispose();
      this.#followed = next;
    } else {
      await this.#followed.refresh();
    }
    this.#chosen = run;
    this.#changed();
    return this.shown;
  }

  get shown(): ShownRun | undefined {
    const followed = this.#followed;
    if (followed === undefined) {
      return undefined;
    }
    const { runs } = followed.log;
    const run = this.#chosen === undefined ? usualRun(runs) : runs[this.#chosen];
    return run && { log: followed.uri, logName: logName(followed.uri), run };
  }

  /** The log that is open, to tell growth from replacement. */
  get open(): Pick<FollowedLog, "uri" | "readings" | "print"> | undefined {
    return this.#followed;
  }

  /** What was asked for; undefined when no log is open. */
  get choice(): LogChoice | undefined {
    return this.#followed && { log: this.#followed.uri, run: this.#chosen ?? null };
  }

  /** Shows nothing any more. */
  close(): void {
    this.#followed?.dispose();
    this.#followed = undefined;
    this.#chosen = undefined;
    this.#changed();
  }

  dispose(): void {
    this.#followed?.dispose();
  }
}

export function logName(log: string): string {
  return Utils.basename(URI.parse(log));
}
