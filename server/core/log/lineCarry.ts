import { LF } from "./bytes.ts";

/** What counts of a line, in bytes. A longer one is not read, and no more of it is kept. */
export const MAX_LINE_BYTES = 65_536;

/** Room for a BOM before the line and a CR behind it, and one byte by which a line is seen to be too long. */
const KEPT_BYTES = MAX_LINE_BYTES + 5;

/**
 * The beginning of a line whose end has not come yet. A line of 200 MB costs 64 KB, and each of its bytes is looked at
 * once, however small the chunks are.
 */
export class LineCarry {
  #kept = new Uint8Array(256);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  append(part: Uint8Array): void {
    const taken = part.subarray(0, KEPT_BYTES - this.#length);
    const needed = this.#length + taken.length + 1;
    if (needed > this.#kept.length) {
      const grown = new Uint8Array(Math.max(needed, Math.min(this.#kept.length * 2, KEPT_BYTES + 1)));
      grown.set(this.#kept.subarray(0, this.#length));
      this.#kept = grown;
    }
    this.#kept.set(taken, this.#length);
    this.#length += taken.length;
  }

  /** The line, ended by LF, and leaves the carry empty. Valid until the next call. */
  take(): Uint8Array {
    this.#kept[this.#length] = LF;
    const line = this.#kept.subarray(0, this.#length + 1);
    this.#length = 0;
    return line;
  }
}
