// One log that is open: read as far as it goes, and further whenever it grows.
import type { Disposable } from "vscode-languageserver-protocol";
import { createLogReader, type LogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import { BytesSeen, type LogPrint } from "./bytesSeen.ts";
import type { FileState, Host } from "./files.ts";

/** A log that has not changed for this long has come to rest. */
const AT_REST_MS = 500;
/**
 * Above this, reading all of a log again is too much: a last line without line end waits for its line end, and a change
 * that leaves size and ends as they were is not seen.
 */
const LARGEST_TO_READ_AGAIN_BYTES = 64 * 1024 * 1024;

export class FollowedLog implements Disposable {
  readonly uri: string;
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #following: Disposable;
  #reader: LogReader;
  #seen = new BytesSeen();
  #readings = 1;
  #last: FileState | undefined;
  #log: MemoryLog;
  #settling: Disposable | undefined;
  /** Reads never overlap: each waits for the one before. */
  #reading: Promise<void> = Promise.resolve();

  constructor(uri: string, host: Host, changed: () => void, failed: (error: unknown) => void) {
    this.uri = uri;
    this.#host = host;
    this.#changed = changed;
    this.#failed = failed;
    this.#reader = createLogReader(host.decode, "folded");
    this.#log = this.#reader.snapshot();
    this.#following = host.files.follow(uri, () => {
      this.refresh().catch(failed);
    });
  }

  /** How much of the file has been read. */
  get sizeBytes(): number {
    return this.#seen.length;
  }

  /** How often reading has begun at the start: more often when the file shrank or was replaced. */
  get readings(): number {
    return this.#readings;
  }

  get print(): LogPrint {
    return this.#seen.print;
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
    if (!(await this.#goesOn(state))) {
      this.#reader = createLogReader(this.#host.decode, "folded");
      this.#seen = new BytesSeen();
      this.#readings += 1;
    }
    this.#last = state;
    if (state.sizeBytes === this.#seen.length && this.#seen.length > 0) {
      return;
    }
    for await (const chunk of this.#host.files.readFrom(this.uri, this.#seen.length)) {
      this.#reader.push(chunk);
      this.#seen.add(chunk);
    }
    this.#log = this.#reader.snapshot();
    this.#changed();
    this.#settleLater(state);
  }

  /** True when the file is what was read, or that and more. */
  async #goesOn({ identity, sizeBytes, modifiedMs }: FileState): Promise<boolean> {
    const last = this.#last;
    if (last === undefined || this.#seen.length === 0) {
      return true;
    }
    if (identity !== last.identity || sizeBytes < this.#seen.length) {
      return false;
    }
    if (sizeBytes === this.#seen.length && modifiedMs === last.modifiedMs) {
      return true;
    }
    const isRewritten = sizeBytes === this.#seen.length && sizeBytes <= LARGEST_TO_READ_AGAIN_BYTES;
    return !isRewritten && (await this.#seen.areIn(this.#host.files, this.uri));
  }

  /** A file at rest has ended, also when its last line has no line end: then that line counts too. */
  #settleLater({ sizeBytes }: FileState): void {
    this.#settling?.dispose();
    if (this.#reader.hasUnfinishedLine && sizeBytes <= LARGEST_TO_READ_AGAIN_BYTES) {
      this.#settling = this.#host.after(AT_REST_MS, () => {
        this.#reading = this.#reading.then(() => this.#settle(sizeBytes)).catch(this.#failed);
      });
    }
  }

  async #settle(sizeBytes: number): Promise<void> {
    if (this.#seen.length !== sizeBytes) {
      return;
    }
    // A reader of its own: the one that follows must still see that line grow.
    const reader = createLogReader(this.#host.decode, "folded");
    for await (const chunk of this.#host.files.readFrom(this.uri, 0)) {
      reader.push(chunk);
    }
    this.#log = reader.end();
    this.#changed();
  }

  dispose(): void {
    this.#following.dispose();
    this.#settling?.dispose();
  }
}
