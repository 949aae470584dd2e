/** Keeps the largest of many items without keeping all of them. Items of equal weight stay in order. */
export class Largest<T> {
  readonly #size: number;
  readonly #weightOf: (item: T) => number;
  #items: T[] = [];

  constructor(size: number, weightOf: (item: T) => number) {
    this.#size = size;
    this.#weightOf = weightOf;
  }

  add(item: T): void {
    this.#items.push(item);
    if (this.#items.length >= 2 * this.#size + 16) {
      this.#items = this.#sorted();
    }
  }

  /** Largest first. */
  get items(): readonly T[] {
    return this.#sorted();
  }

  #sorted(): T[] {
    return this.#items.toSorted((a, b) => this.#weightOf(b) - this.#weightOf(a)).slice(0, this.#size);
  }
}
