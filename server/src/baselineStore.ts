// The pinned baseline: the run that the shown one is compared with. Its log is followed as any other, so that a baseline
// that is measured again counts as it is.
import type { Disposable } from "vscode-languageserver-protocol";
import type { LogChoice } from "./protocol.ts";
import type { RunStore, ShownRun } from "./runStore.ts";

export class BaselineStore implements Disposable {
  readonly #runs: RunStore;
  /** One change waits for the other: the last one asked for is the one that stays. */
  #changing: Promise<unknown> = Promise.resolve();

  /** @param runs of its own, not the one that holds the shown run */
  constructor(runs: RunStore) {
    this.#runs = runs;
  }

  /** Undefined while there is none. */
  get pinned(): ShownRun | undefined {
    return this.#runs.shown;
  }

  /** What was asked for. */
  get choice(): LogChoice | undefined {
    return this.#runs.choice;
  }

  /**
   * Undefined when the log has no run.
   * @throws when the file is missing or cannot be read. In both cases the baseline of before stays
   */
  pin({ log, run }: LogChoice): Promise<ShownRun | undefined> {
    return this.#next(() => this.#runs.use(log, run ?? undefined));
  }

  clear(): Promise<void> {
    return this.#next(async () => this.#runs.close());
  }

  #next<T>(change: () => Promise<T>): Promise<T> {
    const next = this.#changing.then(change);
    this.#changing = next.catch(() => undefined);
    return next;
  }

  dispose(): void {
    this.#runs.dispose();
  }
}
