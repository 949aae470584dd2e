// One log that is open: read as far as it goes, and further whenever it grows.
import type { Disposable } from "vscode-languageserver-protocol";
import { createLogReader, type LogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import type { FileState, Host } from "./files.ts";

/** A log that has not changed for this long has come to rest. */
const AT_REST_MS = 500;
/** Above this a last line without line end waits for its line end: reading a gigabyte again for it is too much. */
const LARGEST_TO_SETTLE_BYTES = 64 * 1024 * 1024;

export class FollowedLog implements Disposable {
  readonly uri: string;
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #following: Disposable;
  #reader: LogReader;
  #offset = 0;
  #identity: string | undefined;
  #log: MemoryLog;
  #settling: Disposable | undefined;
  /** Reads never overlap: each waits for the one before. */
  #reading: Promise<void> = Promise.resolve();

  constructor(uri: string, host: Host, changed: () => void, failed: (error: unknown) => void) {
    this.uri = uri;
    this.#host = host;
    this.#changed = changed;
    this.#failed = failed;
    this.#reader = createLogReader(host.decode);
    this.#log = this.#reader.snapshot();
    this.#following = host.files.follow(uri, () => {
      this.refresh().catch(failed);
    });
  }

  get log(): MemoryLog {
    return this.#log;
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
    if (state === undefined) {
      // Taken away: its last figures stay.
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
    this.#settleLater(state);
  }

  /** A file at rest has ended, also when its last line has no line end: then that line counts too. */
  #settleLater({ sizeBytes }: FileState): void {
    this.#settling?.dispose();
    if (this.#reader.hasUnfinishedLine && sizeBytes <= LARGEST_TO_SETTLE_BYTES) {
      this.#settling = this.#host.after(AT_REST_MS, () => {
        this.#reading = this.#reading.then(() => this.#settle(sizeBytes)).catch(this.#failed);
      });
    }
  }

  async #settle(sizeBytes: number): Promise<void> {
    if (this.#offset !== sizeBytes) {
      return;
    }
    // A reader of its own: the one that follows must still see that line grow.
    const reader = createLogReader(this.#host.decode);
    for await (const chunk of this.#host.files.readFrom(this.uri, 0)) {
      reader.push(chunk);
    }
    this.#log = reader.end();
    this.#changed();
  }

  #isAnother({ identity, sizeBytes }: FileState): boolean {
    return (this.#identity !== undefined && identity !== this.#identity) || sizeBytes < this.#offset;
  }

  dispose(): void {
    this.#following.dispose();
    this.#settling?.dispose();
  }
}
