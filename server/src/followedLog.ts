// One log that is open: read as far as it goes, and further whenever it grows.
import type { Disposable } from "vscode-languageserver-protocol";
import { createLogReader, type LogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import type { FileState, Host } from "./files.ts";

export class FollowedLog implements Disposable {
  readonly uri: string;
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #following: Disposable;
  #reader: LogReader;
  #offset = 0;
  #identity: string | undefined;
  #log: MemoryLog;
  #gone = false;
  /** Reads never overlap: each waits for the one before. */
  #reading: Promise<void> = Promise.resolve();

  constructor(uri: string, host: Host, changed: () => void, failed: (error: unknown) => void) {
    this.uri = uri;
    this.#host = host;
    this.#changed = changed;
    this.#reader = createLogReader(host.decode);
    this.#log = this.#reader.snapshot();
    this.#following = host.files.follow(uri, () => {
      this.refresh().catch(failed);
    });
  }

  get log(): MemoryLog {
    return this.#log;
  }

  /** The file has been taken away; its last figures stay. */
  get gone(): boolean {
    return this.#gone;
  }

  /**
   * Reads what has been added; from the start when the file shrank or was replaced.
   * @throws when the file exists and cannot be read
   */
  refresh(): Promise<void> {
    const next = this.#reading.then(() => this.#read());
    this.#reading = next.catch(() => undefined);
    return next;
  }

  async #read(): Promise<void> {
    const state = await this.#host.files.state(this.uri);
    this.#gone = state === undefined;
    if (state === undefined) {
      this.#changed();
      return;
    }
    if (this.#isAnother(state)) {
      this.#reader = createLogReader(this.#host.decode);
      this.#offset = 0;
    }
    this.#identity = state.identity;
    if (state.sizeBytes === this.#offset && this.#offset > 0) {
      return;
    }
    for await (const chunk of this.#host.files.readFrom(this.uri, this.#offset)) {
      this.#reader.push(chunk);
      this.#offset += chunk.byteLength;
    }
    this.#log = this.#reader.snapshot();
    this.#changed();
  }

  #isAnother({ identity, sizeBytes }: FileState): boolean {
    return (this.#identity !== undefined && identity !== this.#identity) || sizeBytes < this.#offset;
  }

  dispose(): void {
    this.#following.dispose();
  }
}
