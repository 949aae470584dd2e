// Reads a log that another process writes, as far as it has come.
import { type FileHandle, open } from "node:fs/promises";
import { createLogReader, type LogReader } from "#core/log/reader";
import type { MemoryLog, Phase } from "#core/log/record";

const CHUNK_BYTES = 1 << 18;
/** Functions are for those who read the run later: here only phases count. */
const ROWS = { largest: 1 } as const;

export class LogTail {
  readonly #handle: FileHandle;
  readonly #reader: LogReader;
  readonly #buffer = new Uint8Array(CHUNK_BYTES);
  #offset = 0;

  private constructor(handle: FileHandle) {
    const decoder = new TextDecoder();
    this.#handle = handle;
    this.#reader = createLogReader((bytes) => decoder.decode(bytes), ROWS);
  }

  /** @throws when it cannot be opened */
  static async of(path: string): Promise<LogTail> {
    return new LogTail(await open(path));
  }

  /** Reads on to the end as it is now. The last measured reading so far. */
  async lastReading(): Promise<Phase | undefined> {
    await this.#readOn();
    return measured(this.#reader.snapshot()).at(-1)?.phases.at(-1);
  }

  /** Reads the rest of a log that nobody writes any more. */
  async end(): Promise<LogPeaks> {
    try {
      await this.#readOn();
    } finally {
      await this.#handle.close();
    }
    const runs = measured(this.#reader.end());
    return {
      printedBytes: largest(runs.map(({ peakBytes }) => peakBytes)),
      readingBytes: largest(runs.map(({ maxReadingBytes }) => maxReadingBytes)),
    };
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const { bytesRead } = await this.#handle.read(this.#buffer, 0, CHUNK_BYTES, this.#offset);
      if (bytesRead === 0) {
        return;
      }
      this.#offset += bytesRead;
      this.#reader.push(this.#buffer.subarray(0, bytesRead));
    }
  }
}

/** The highest of a log's figures; undefined where it prints none. */
export interface LogPeaks {
  readonly printedBytes: number | undefined;
  readonly readingBytes: number | undefined;
}

function measured({ runs }: MemoryLog): MemoryLog["runs"] {
  return runs.filter(({ kind }) => kind === "measured");
}

function largest(figures: readonly (number | undefined)[]): number | undefined {
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
