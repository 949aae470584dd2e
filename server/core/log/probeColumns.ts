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

  /** Moves the rows from `from` on to the end of `other`. */
  moveTail(from: number, other: ProbeColumns): void {
    for (let row = from; row < this.length; row++) {
      const [line, place, count] = [this.#line.at(row), this.#place.at(row), this.#count.at(row)];
      other.push(line, place, this.#selfBytes.at(row), this.#totalBytes.at(row), count);
    }
    for (const column of [this.#line, this.#place, this.#selfBytes, this.#totalBytes, this.#count]) {
      column.truncate(from);
    }
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

  /** Moves the rows from `from` on to the end of `other`. */
  moveTail(from: number, other: EventColumns): void {
    for (let row = from; row < this.length; row++) {
      const entering = this.#entering.at(row) === 1;
      const [line, place] = [this.#line.at(row), this.#place.at(row)];
      other.push(line, place, entering, this.#rssBytes.at(row), this.#elapsedMs.at(row));
    }
    for (const column of [this.#line, this.#place, this.#entering, this.#rssBytes, this.#elapsedMs]) {
      column.truncate(from);
    }
  }
}
