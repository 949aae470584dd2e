// What is known beside the logs that are compared: run.json and symbols.json, where a log lies in the folder of a run.
import type { Disposable } from "vscode-languageserver-protocol";
import { URI, Utils } from "vscode-uri";
import type { RunFacts } from "#core/model/compare/runFacts";
import type { Snapshot } from "#core/model/snapshot";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_FILE_NAME, RUN_LOG_NAME } from "#core/store/runFile";
import type { Host } from "./files.ts";

interface Followed {
  facts: RunFacts | undefined;
  readonly following: Disposable;
}

export class RunFactsStore implements Disposable {
  readonly #host: Host;
  readonly #snapshotOf: (log: string) => Promise<Snapshot | undefined>;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #followed = new Map<string, Followed>();

  /** @param snapshotOf the code as it was when the run of a log was made */
  constructor(
    host: Host,
    snapshotOf: (log: string) => Promise<Snapshot | undefined>,
    changed: () => void,
    failed: (error: unknown) => void,
  ) {
    this.#host = host;
    this.#snapshotOf = snapshotOf;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Undefined for a lone log, and while nothing is known yet. */
  of(log: string): RunFacts | undefined {
    return this.#followed.get(log)?.facts;
  }

  /** From now on knows about these logs and no others; told as they are read. */
  follow(logs: readonly string[]): void {
    const wanted = new Set(logs.filter((log) => Utils.basename(URI.parse(log)) === RUN_LOG_NAME));
    for (const [log, { following }] of this.#followed) {
      if (!wanted.has(log)) {
        following.dispose();
        this.#followed.delete(log);
      }
    }
    for (const log of wanted) {
      if (!this.#followed.has(log)) {
        this.#begin(log);
      }
    }
  }

  #begin(log: string): void {
    const file = Utils.joinPath(URI.parse(log), "..", RUN_FILE_NAME).toString();
    const read = (): void => {
      this.#read(log, file, followed).catch(this.#failed);
    };
    const followed: Followed = { facts: undefined, following: this.#host.files.follow(file, read) };
    this.#followed.set(log, followed);
    read();
  }

  async #read(log: string, file: string, followed: Followed): Promise<void> {
    if ((await this.#host.files.state(file)) === undefined) {
      return;
    }
    const { run } = parseRunFile(this.#host.decode(await this.#host.files.read(file)));
    if (run !== undefined) {
      followed.facts = { ...run, snapshot: (await this.#snapshotOf(log)) ?? null };
      this.#changed();
    }
  }

  dispose(): void {
    this.follow([]);
  }
}
