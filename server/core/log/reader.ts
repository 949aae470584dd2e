// Bytes → a memory log. Chunks may be split anywhere: what counts is the bytes.
import { LF } from "./bytes.ts";
import { LineCarry } from "./lineCarry.ts";
import { LineReader } from "./lineReader.ts";
import { scanLines } from "./lineScanner.ts";
import type { MemoryLog, Run } from "./record.ts";
import type { RowMode } from "./rows.ts";
import { Utf8Source } from "./utf16.ts";

export interface LogReader {
  /**
   * The next bytes of the log. They are not kept.
   * @throws when the log has ended
   */
  push(chunk: Uint8Array): void;
  /** What was read so far, an unfinished last line left out. What was returned earlier never changes. */
  snapshot(): MemoryLog;
  /** All that was read. An unfinished last line counts, as far as it is certainly whole; nothing comes after it. */
  end(): MemoryLog;
  /**
   * The runs that are complete: for logs of more runs than one wants to hold. They are the caller's, with their place in
   * the log as index, and in no later snapshot.
   */
  takeRuns(): readonly Run[];
  /** There are bytes behind the last line end, which `snapshot` leaves out. */
  readonly hasUnfinishedLine: boolean;
}

/**
 * @param decode UTF-8 to text, for each call by itself; what is no UTF-8 becomes U+FFFD
 * @param mode what becomes of function and kind lines that come by again in one phase
 */
export function createLogReader(decode: (bytes: Uint8Array) => string, mode: RowMode = "kept"): LogReader {
  return new Reader(decode, mode);
}

class Reader implements LogReader {
  readonly #lines: LineReader;
  readonly #carry = new LineCarry();
  readonly #source = new Utf8Source();
  #log: MemoryLog | undefined;
  #ended = false;

  constructor(decode: (bytes: Uint8Array) => string, mode: RowMode) {
    this.#lines = new LineReader(decode, mode);
  }

  get hasUnfinishedLine(): boolean {
    return !this.#carry.isEmpty;
  }

  push(chunk: Uint8Array): void {
    if (this.#ended) {
      throw new Error("a log that has ended cannot go on");
    }
    this.#read(this.#source.next(chunk));
  }

  #read(chunk: Uint8Array): void {
    this.#log = undefined;
    let from = 0;
    if (!this.#carry.isEmpty) {
      const lineEnd = chunk.indexOf(LF);
      if (lineEnd === -1) {
        this.#carry.append(chunk);
        return;
      }
      this.#carry.append(chunk.subarray(0, lineEnd));
      scanLines(this.#carry.take(), 0, this.#lines);
      from = lineEnd + 1;
    }
    this.#carry.append(chunk.subarray(scanLines(chunk, from, this.#lines)));
    this.#lines.forgetBytes();
  }

  takeRuns(): readonly Run[] {
    const runs = this.#lines.book.takeRuns();
    if (runs.length > 0) {
      this.#log = undefined;
    }
    return runs;
  }

  snapshot(): MemoryLog {
    this.#log ??= { runs: this.#lines.book.runs(), tally: this.#lines.book.tally };
    return this.#log;
  }

  end(): MemoryLog {
    if (!this.#ended) {
      this.#read(this.#source.end());
    }
    if (!this.#ended && !this.#carry.isEmpty) {
      this.#lines.expectCutLine();
      scanLines(this.#carry.take(), 0, this.#lines);
      this.#log = undefined;
    }
    this.#ended = true;
    return this.snapshot();
  }
}
