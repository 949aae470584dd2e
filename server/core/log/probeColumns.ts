// Rows of our own probes, of kind tables and of events while they come in. They are few, or asked for one by one.
import { bytes8, Column, doubles64, words32 } from "../base/column.ts";
import type { EventRows, FunctionPlace, ProbePlace, ProbeRows } from "./record.ts";

const FIRST_CAPACITY = 0;

/** 32 bytes a row. */
export class ProbeColumns {
  readonly #line = new Column(words32, FIRST_CAPACITY);
  readonly #place = new Column(words32, FIRST_CAPACITY);
  readonly #selfBytes = new Column(doubles64, FIRST_CAPACITY);
  readonly #totalBytes = new Column(doubles64, FIRST_CAPACITY);
  readonly #count = new Column(doubles64, FIRST_CAPACITY);

  get length(): number {
    return this.#line.length;
  }

  /** Of the first row. */
  get firstLine(): number | undefined {
    return this.#line.length === 0 ? undefined : this.#line.at(0);
  }

  push(line: number, place: number, selfBytes: number, totalBytes: number, count: number): void {
    this.#line.push(line);
    this.#place.push(place);
    this.#selfBytes.push(selfBytes);
    this.#totalBytes.push(totalBytes);
    this.#count.push(count);
  }

  view(places: readonly ProbePlace[]): ProbeRows {
    return {
      length: this.length,
      line: this.#line.view(),
      place: this.#place.view(),
      selfBytes: this.#selfBytes.view(),
      totalBytes: this.#totalBytes.view(),
      count: this.#count.view(),
      places,
    };
  }

  /**
   * Moves the rows from `from` on to the end of `other`.
   * @param stays true for a place whose rows belong to this run all the same
   */
  moveTail(from: number, other: ProbeColumns, stays: (place: number) => boolean): void {
    const staying = new ProbeColumns();
    for (let row = from; row < this.length; row++) {
      this.#copy(row, stays(this.#place.at(row)) ? staying : other);
    }
    for (const column of [this.#line, this.#place, this.#selfBytes, this.#totalBytes, this.#count]) {
      column.truncate(from);
    }
    for (let row = 0; row < staying.length; row++) {
      staying.#copy(row, this);
    }
  }

  #copy(row: number, to: ProbeColumns): void {
    const [line, place, count] = [this.#line.at(row), this.#place.at(row), this.#count.at(row)];
    to.push(line, place, this.#selfBytes.at(row), this.#totalBytes.at(row), count);
  }
}

/** 25 bytes a row. */
export class EventColumns {
  readonly #line = new Column(words32, FIRST_CAPACITY);
  readonly #place = new Column(words32, FIRST_CAPACITY);
  readonly #entering = new Column(bytes8, FIRST_CAPACITY);
  readonly #rssBytes = new Column(doubles64, FIRST_CAPACITY);
  readonly #elapsedMs = new Column(doubles64, FIRST_CAPACITY);

  get length(): number {
    return this.#line.length;
  }

  /** Of the first row. */
  get firstLine(): number | undefined {
    return this.#line.length === 0 ? undefined : this.#line.at(0);
  }

  push(line: number, place: number, entering: boolean, rssBytes: number, elapsedMs: number): void {
    this.#line.push(line);
    this.#place.push(place);
    this.#entering.push(entering ? 1 : 0);
    this.#rssBytes.push(rssBytes);
    this.#elapsedMs.push(elapsedMs);
  }

  view(places: readonly FunctionPlace[]): EventRows {
    return {
      length: this.length,
      line: this.#line.view(),
      place: this.#place.view(),
      entering: this.#entering.view(),
      rssBytes: this.#rssBytes.view(),
      elapsedMs: this.#elapsedMs.view(),
      places,
    };
  }
}
