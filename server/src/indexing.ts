// Reads folders in the background. Requests wait for it only a moment, and then answer from what is there.
import type { Connection, Disposable } from "vscode-languageserver";
import { t } from "#core/base/text";
import { formatCount, formatMilliseconds } from "#core/base/units";
import type { Host } from "./files.ts";
import type { IndexTally } from "./sourceStore.ts";

/** How long a request may wait for sources, in ms: enough for a small workspace to be answered in full at once. */
const LONGEST_WAIT_MS = 300;

/** Reads one folder. */
export type ReadFolder = (
  folder: string,
  token: { readonly isCancellationRequested: boolean },
  progress: (done: number, all: number) => void,
) => Promise<IndexTally>;

export class Indexing implements Disposable {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #read: ReadFolder;
  readonly #running = new Map<string, { isCancellationRequested: boolean }>();
  /** Nothing is known of a workspace before its first reading. */
  #begun = false;
  #all: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, host: Host, read: ReadFolder) {
    this.#connection = connection;
    this.#host = host;
    this.#read = read;
  }

  /** True when no folder is being read or still to be read. */
  get isDone(): boolean {
    return this.#begun && this.#running.size === 0;
  }

  /** Reads the folders, one after the other. Settles when they are read; a folder that fails is logged. */
  async start(folders: readonly string[]): Promise<void> {
    this.#begun = true;
    const tokens = folders.map((folder) => {
      const token = { isCancellationRequested: false };
      this.cancel(folder);
      this.#running.set(folder, token);
      return [folder, token] as const;
    });
    const work = this.#readAll(tokens);
    this.#all = Promise.all([this.#all, work]);
    await work;
  }

  /** Settles when everything is read, however long it takes. */
  async whole(): Promise<void> {
    for (let all: Promise<unknown> | undefined; all !== this.#all; ) {
      all = this.#all;
      await all;
    }
  }

  /** Settles when everything is read, or after a moment. */
  get soon(): Promise<void> {
    const wait = new Promise<void>((resolve) => void this.#host.after(LONGEST_WAIT_MS, resolve));
    return this.isDone ? Promise.resolve() : Promise.race([this.#all.then(() => undefined), wait]);
  }

  cancel(folder: string): void {
    const token = this.#running.get(folder);
    if (token !== undefined) {
      token.isCancellationRequested = true;
      this.#running.delete(folder);
    }
  }

  dispose(): void {
    for (const folder of [...this.#running.keys()]) {
      this.cancel(folder);
    }
  }

  async #readAll(
    tokens: readonly (readonly [folder: string, token: { readonly isCancellationRequested: boolean }])[],
  ): Promise<void> {
    const { console, window } = this.#connection;
    const start = this.#host.now();
    const progress = window.createWorkDoneProgress().catch(() => undefined);
    progress.then(
      (bar) => bar?.begin(t("index.title"), 0),
      () => undefined,
    );
    let report: (done: number, all: number) => void = () => undefined;
    progress.then(
      (bar) => {
        report = (done, all) =>
          bar?.report(Math.floor((100 * done) / all), t("index.progress", { done, all }));
      },
      () => undefined,
    );
    const tally = { files: 0, lines: 0 };
    for (const [folder, token] of tokens) {
      try {
        const read = await this.#read(folder, token, (done, all) => report(done, all));
        tally.files += read.files;
        tally.lines += read.lines;
      } catch (error) {
        console.error(`${folder}: ${String(error)}`);
      }
      if (this.#running.get(folder) === token) {
        this.#running.delete(folder);
      }
    }
    report = () => undefined;
    progress.then(
      (bar) => bar?.done(),
      () => undefined,
    );
    console.info(
      t("server.indexed", {
        files: formatCount(tally.files),
        lines: formatCount(tally.lines),
        time: formatMilliseconds(this.#host.now() - start),
      }),
    );
  }
}
