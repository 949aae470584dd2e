// The rows of `[mem-fn]` and `[kind]` lines while they come in. Runs are spans of them: no row is ever moved.
import { Column, doubles64, words32 } from "../base/column.ts";
import type { FunctionRows, KindRows, RowSpan } from "./record.ts";

/** 16 bytes a row. */
export class FunctionColumns {
  readonly #line = new Column(words32);
  readonly #name = new Column(words32);
  readonly #deltaBytes = new Column(doubles64);

  get length(): number {
    return this.#line.length;
  }

  push(line: number, name: number, deltaBytes: number): void {
    this.#line.push(line);
    this.#name.push(name);
    this.#deltaBytes.push(deltaBytes);
  }

  view({ from, to }: RowSpan, names: readonly string[]): FunctionRows {
    return {
      length: to - from,
      line: this.#line.view(from, to),
      name: this.#name.view(from, to),
      deltaBytes: this.#deltaBytes.view(from, to),
      names,
    };
  }
}

/** 24 bytes a row. */
export class KindColumns {
  readonly #line = new Column(words32);
  readonly #number = new Column(words32);
  readonly #deltaBytes = new Column(doubles64);
  readonly #count = new Column(doubles64);

  get length(): number {
    return this.#line.length;
  }

  push(line: number, number: number, deltaBytes: number, count: number): void {
    this.#line.push(line);
    this.#number.push(number);
    this.#deltaBytes.push(deltaBytes);
    this.#count.push(count);
  }

  view({ from, to }: RowSpan): KindRows {
    return {
      length: to - from,
      line: this.#line.view(from, to),
      number: this.#number.view(from, to),
      deltaBytes: this.#deltaBytes.view(from, to),
      count: this.#count.view(from, to),
    };
  }
}
