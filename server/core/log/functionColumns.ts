import { nextCapacity, withRoom } from "./growing.ts";
import { type FunctionRows, REST } from "./record.ts";

/**
 * Rows of `[mem-fn]` lines while they come in: 16 bytes a row, 20 when folded. Folded means that the lines of one function
 * in one phase share a row, so that memory grows with names and not with lines.
 */
export class FunctionColumns {
  readonly #folded: boolean;
  readonly #largest: number;
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

  /** @param largest how many rows of a phase are kept when it is over; the rest becomes one row. Only when folded */
  constructor(folded: boolean, largest = Number.POSITIVE_INFINITY) {
    this.#folded = folded;
    this.#largest = largest;
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
    if (!this.#folded || !this.#fold(this.#length, name, deltaBytes, repeats)) {
      this.#append(line, name, deltaBytes, repeats);
    }
  }

  #append(line: number, name: number, deltaBytes: number, repeats: number): void {
    const row = this.#length;
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
    if (this.#length - this.#openFrom > this.#largest + 1) {
      this.#keepLargest();
    }
    this.#openFrom = this.#length;
    this.#foldLimitBytes = limitBytes;
  }

  /** What cannot be true is kept, however many there are. */
  #keepLargest(): void {
    this.#own();
    const rows = Array.from({ length: this.#length - this.#openFrom }, (_, at) => this.#openFrom + at);
    const isSum = (row: number): boolean =>
      (this.#repeats[row] ?? 0) > 1 || Math.abs(this.#deltaBytes[row] ?? 0) <= this.#foldLimitBytes;
    const bySize = rows.filter(isSum).sort((a, b) => (this.#deltaBytes[b] ?? 0) - (this.#deltaBytes[a] ?? 0));
    const rest = new Set(bySize.slice(this.#largest));
    const restBytes = [...rest].reduce((sum, row) => sum + (this.#deltaBytes[row] ?? 0), 0);
    let to = this.#openFrom;
    for (const row of rows) {
      if (!rest.has(row)) {
        this.#move(row, to++);
      }
    }
    this.#length = to;
    this.#append(this.#line[to] ?? 0, REST, restBytes, rest.size);
  }

  #move(row: number, to: number): void {
    this.#line[to] = this.#line[row] ?? 0;
    this.#name[to] = this.#name[row] ?? 0;
    this.#deltaBytes[to] = this.#deltaBytes[row] ?? 0;
    this.#repeats[to] = this.#repeats[row] ?? 0;
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

  /**
   * Moves the rows from `from` on to `other`, which has none yet.
   * @param openFrom the first of them that belongs to the open phase
   */
  moveTail(from: number, openFrom: number, other: FunctionColumns): void {
    for (let row = from; row < this.#length; row++) {
      const repeats = this.#repeats[row] ?? 1;
      other.#append(this.#line[row] ?? 0, this.#name[row] ?? 0, this.#deltaBytes[row] ?? 0, repeats);
    }
    this.#length = from;
    other.#openFrom = openFrom - from;
  }
}
