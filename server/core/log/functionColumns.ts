import { nextCapacity, withRoom } from "./growing.ts";
import type { FunctionRows } from "./record.ts";

/**
 * Rows of `[mem-fn]` lines while they come in: 16 bytes a row, 20 when folded. Folded means that the lines of one function
 * in one phase share a row, so that memory grows with names and not with lines.
 */
export class FunctionColumns {
  readonly #folded: boolean;
  #length = 0;
  #capacity = 0;
  #line = new Uint32Array(0);
  #name = new Uint32Array(0);
  #deltaBytes = new Float64Array(0);
  /** Empty unless folded. */
  #repeats = new Uint32Array(0);
  /** By name: the row that its lines in the open phase share, plus 1. A row before `#openFrom` is none of those. */
  #rowAfter = new Uint32Array(0);
  #openFrom = 0;
  #foldLimitBytes = Number.POSITIVE_INFINITY;
  /** Somebody looks at the rows: before one of them is changed, they are copied. */
  #isShared = false;

  constructor(folded: boolean) {
    this.#folded = folded;
  }

  get length(): number {
    return this.#length;
  }

  /** Of the first row. */
  get firstLine(): number | undefined {
    return this.#length === 0 ? undefined : this.#line[0];
  }

  /**
   * @param deltaBytes NaN where it was no safe integer
   * @param repeats lines that the row stands for
   */
  push(line: number, name: number, deltaBytes: number, repeats = 1): void {
    const row = this.#length;
    if (this.#folded && this.#fold(row, name, deltaBytes, repeats)) {
      return;
    }
    if (row === this.#capacity) {
      this.#grow();
    }
    this.#line[row] = line;
    this.#name[row] = name;
    this.#deltaBytes[row] = deltaBytes;
    if (this.#folded) {
      this.#repeats[row] = repeats;
    }
    this.#length = row + 1;
  }

  /** What cannot be true is known by each line's own value, so a value above the limit is never folded. */
  #fold(next: number, name: number, deltaBytes: number, repeats: number): boolean {
    if (!(Math.abs(deltaBytes) <= this.#foldLimitBytes)) {
      return false;
    }
    if (name >= this.#rowAfter.length) {
      const room = Math.max(nextCapacity(this.#rowAfter.length), name + 1);
      this.#rowAfter = withRoom(this.#rowAfter, new Uint32Array(room));
    }
    const row = (this.#rowAfter[name] ?? 0) - 1;
    if (row < this.#openFrom) {
      this.#rowAfter[name] = next + 1;
      return false;
    }
    this.#own();
    this.#deltaBytes[row] = (this.#deltaBytes[row] ?? 0) + deltaBytes;
    this.#repeats[row] = (this.#repeats[row] ?? 0) + repeats;
    return true;
  }

  #own(): void {
    if (this.#isShared) {
      this.#isShared = false;
      this.#line = this.#line.slice();
      this.#name = this.#name.slice();
      this.#deltaBytes = this.#deltaBytes.slice();
      this.#repeats = this.#repeats.slice();
    }
  }

  #grow(): void {
    this.#capacity = nextCapacity(this.#capacity);
    this.#line = withRoom(this.#line, new Uint32Array(this.#capacity));
    this.#name = withRoom(this.#name, new Uint32Array(this.#capacity));
    this.#deltaBytes = withRoom(this.#deltaBytes, new Float64Array(this.#capacity));
    if (this.#folded) {
      this.#repeats = withRoom(this.#repeats, new Uint32Array(this.#capacity));
    }
    this.#isShared = false;
  }

  /** A reading came by: rows to come are another phase's. @param limitBytes the highest reading so far */
  closePhase(limitBytes: number): void {
    this.#openFrom = this.#length;
    this.#foldLimitBytes = limitBytes;
  }

  view(names: readonly string[]): FunctionRows {
    this.#isShared = true;
    const to = this.#length;
    return {
      length: to,
      line: this.#line.subarray(0, to),
      name: this.#name.subarray(0, to),
      deltaBytes: this.#deltaBytes.subarray(0, to),
      repeats: this.#folded ? this.#repeats.subarray(0, to) : undefined,
      names,
    };
  }

  /** Moves the rows from `from` on to the end of `other`. */
  moveTail(from: number, other: FunctionColumns): void {
    for (let row = from; row < this.#length; row++) {
      const repeats = this.#folded ? this.#repeats[row] : 1;
      other.push(this.#line[row] ?? 0, this.#name[row] ?? 0, this.#deltaBytes[row] ?? 0, repeats);
    }
    this.#length = from;
  }
}
