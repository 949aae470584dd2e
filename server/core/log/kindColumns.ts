import { nextCapacity, withRoom } from "./growing.ts";
import { type KindRows, REST } from "./record.ts";

/**
 * Rows of `[kind N]` lines while they come in: 24 bytes a row, 28 when folded. Folded means that of the lines of one kind in
 * one phase the one with the largest total is kept: totals are inclusive, so that adding them up would say nothing.
 */
export class KindColumns {
  readonly #folded: boolean;
  readonly #largest: number;
  #length = 0;
  #capacity = 0;
  #line = new Uint32Array(0);
  #number = new Uint32Array(0);
  #deltaBytes = new Float64Array(0);
  #count = new Float64Array(0);
  /** Empty unless folded. */
  #repeats = new Uint32Array(0);
  /** By printed number: the row that its lines in the open phase share. */
  readonly #rowOf = new Map<number, number>();
  #openFrom = 0;
  #foldLimitBytes = Number.POSITIVE_INFINITY;
  /** Somebody looks at the rows: before one of them is changed, they are copied. */
  #isShared = false;

  /** @param largest how many rows of a phase are kept when it is over; the rest is counted. Only when folded */
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
   * @param number as printed
   * @param deltaBytes NaN where it was no safe integer, as is the count
   * @param repeats lines that the row stands for
   */
  push(line: number, number: number, deltaBytes: number, count: number, repeats = 1): void {
    if (!this.#folded || !this.#fold(line, number, deltaBytes, count, repeats)) {
      this.#append(line, number, deltaBytes, count, repeats);
    }
  }

  #append(line: number, number: number, deltaBytes: number, count: number, repeats: number): void {
    const row = this.#length;
    if (row === this.#capacity) {
      this.#grow();
    }
    this.#set(row, line, deltaBytes, count);
    this.#number[row] = number;
    if (this.#folded) {
      this.#repeats[row] = repeats;
    }
    this.#length = row + 1;
  }

  /** What may not be true stays a row of its own. */
  #fold(line: number, number: number, deltaBytes: number, count: number, repeats: number): boolean {
    if (this.#isDoubtful(deltaBytes, count)) {
      return false;
    }
    const row = this.#rowOf.get(number);
    if (row === undefined) {
      this.#rowOf.set(number, this.#length);
      return false;
    }
    this.#own();
    this.#repeats[row] = (this.#repeats[row] ?? 0) + repeats;
    if (Math.abs(deltaBytes) > Math.abs(this.#deltaBytes[row] ?? 0)) {
      this.#set(row, line, deltaBytes, count);
    }
    return true;
  }

  #set(row: number, line: number, deltaBytes: number, count: number): void {
    this.#line[row] = line;
    this.#deltaBytes[row] = deltaBytes;
    this.#count[row] = count;
  }

  #own(): void {
    if (this.#isShared) {
      this.#isShared = false;
      this.#line = this.#line.slice();
      this.#number = this.#number.slice();
      this.#deltaBytes = this.#deltaBytes.slice();
      this.#count = this.#count.slice();
      this.#repeats = this.#repeats.slice();
    }
  }

  #grow(): void {
    this.#capacity = nextCapacity(this.#capacity);
    this.#line = withRoom(this.#line, new Uint32Array(this.#capacity));
    this.#number = withRoom(this.#number, new Uint32Array(this.#capacity));
    this.#deltaBytes = withRoom(this.#deltaBytes, new Float64Array(this.#capacity));
    this.#count = withRoom(this.#count, new Float64Array(this.#capacity));
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
    this.#rowOf.clear();
    this.#foldLimitBytes = limitBytes;
  }

  /** What may not be true is kept, however much there is. The rest has no total: totals overlap. */
  #keepLargest(): void {
    this.#own();
    const rows = Array.from({ length: this.#length - this.#openFrom }, (_, at) => this.#openFrom + at);
    const bySize = rows
      .filter((row) => !this.#isDoubtful(this.#deltaBytes[row] ?? 0, this.#count[row] ?? 0))
      .sort((a, b) => (this.#deltaBytes[b] ?? 0) - (this.#deltaBytes[a] ?? 0));
    const rest = new Set(bySize.slice(this.#largest));
    let to = this.#openFrom;
    for (const row of rows) {
      if (!rest.has(row)) {
        this.#set(to, this.#line[row] ?? 0, this.#deltaBytes[row] ?? 0, this.#count[row] ?? 0);
        this.#number[to] = this.#number[row] ?? 0;
        this.#repeats[to] = this.#repeats[row] ?? 0;
        to++;
      }
    }
    this.#length = to;
    this.#append(this.#line[to] ?? 0, REST, 0, 0, rest.size);
  }

  #isDoubtful(deltaBytes: number, count: number): boolean {
    return count === 0 ? deltaBytes !== 0 : !(Math.abs(deltaBytes) / count <= this.#foldLimitBytes);
  }

  view(): KindRows {
    this.#isShared = true;
    const to = this.#length;
    return {
      length: to,
      line: this.#line.subarray(0, to),
      number: this.#number.subarray(0, to),
      deltaBytes: this.#deltaBytes.subarray(0, to),
      count: this.#count.subarray(0, to),
      repeats: this.#folded ? this.#repeats.subarray(0, to) : undefined,
    };
  }

  /**
   * Moves the rows from `from` on to `other`, which has none yet.
   * @param openFrom the first of them that belongs to the open phase
   */
  moveTail(from: number, openFrom: number, other: KindColumns): void {
    for (let row = from; row < this.#length; row++) {
      const repeats = this.#repeats[row] ?? 1;
      const [line = 0, number = 0] = [this.#line[row], this.#number[row]];
      other.#append(line, number, this.#deltaBytes[row] ?? 0, this.#count[row] ?? 0, repeats);
    }
    this.#length = from;
    other.#openFrom = openFrom - from;
  }
}
