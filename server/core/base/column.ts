/**
 * Typed arrays that grow: a million records cost a few bytes each and no objects.
 * A view taken earlier keeps its content, since growing copies into a new buffer and rows are only appended.
 */
export class Column<A extends Uint8Array | Uint32Array | Float64Array> {
  #rows: A;
  #length = 0;
  readonly #allocate: (length: number) => A;

  constructor(allocate: (length: number) => A, capacity = 64) {
    this.#allocate = allocate;
    this.#rows = allocate(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#rows.length) {
      const grown = this.#allocate(Math.max(16, this.#rows.length * 2));
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows[this.#length++] = value;
  }

  /** @throws RangeError outside of the rows */
  at(row: number): number {
    const value = row < this.#length ? this.#rows[row] : undefined;
    if (value === undefined) {
      throw new RangeError(`row ${row} of ${this.#length}`);
    }
    return value;
  }

  /** Drops the rows from `length` on; views taken before keep them. */
  truncate(length: number): void {
    const kept = this.#allocate(Math.max(64, length));
    kept.set(this.#rows.subarray(0, length));
    this.#rows = kept;
    this.#length = length;
  }

  /** Rows `from` up to, not including, `to`, without copying. */
  view(from = 0, to = this.#length): A {
    return this.#rows.subarray(from, to) as A;
  }
}

export const bytes8 = (length: number): Uint8Array => new Uint8Array(length);
export const words32 = (length: number): Uint32Array => new Uint32Array(length);
export const doubles64 = (length: number): Float64Array => new Float64Array(length);
