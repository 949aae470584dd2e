// One value of the project file with what is needed to say where it stands and what is wrong with it.
import type { Node } from "jsonc-parser";
import type { Position, Range } from "../base/range.ts";
import { findLineStarts } from "../quartz/lines.ts";
import type { ProjectProblem, ProjectProblemCode } from "./project.ts";

/** Longer texts of the file are cut in messages. */
const SHOWN = 40;

/** Takes down what is wrong, at its place. */
export class ProblemBook {
  readonly problems: ProjectProblem[] = [];
  readonly #text: string;
  readonly #lineStarts: Uint32Array;

  constructor(text: string) {
    this.#text = text;
    this.#lineStarts = findLineStarts(text);
  }

  add(code: ProjectProblemCode, offset: number, length: number, message: string): void {
    this.problems.push({ range: this.range(offset, length), code, message });
  }

  range(offset: number, length: number): Range {
    return { start: this.#position(offset), end: this.#position(offset + length) };
  }

  /** As written in the file, on one line. */
  shown(offset: number, length: number): string {
    const text = this.#text.slice(offset, offset + Math.min(length, 4 * SHOWN)).replace(/\s+/g, " ");
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  }

  #position(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: Math.max(0, offset - (this.#lineStarts[low] ?? 0)) };
  }
}

export class Value {
  readonly node: Node;
  /** How messages name it: `budgets[0].limit`. */
  readonly path: string;
  readonly book: ProblemBook;

  constructor(node: Node, path: string, book: ProblemBook) {
    this.node = node;
    this.path = path;
    this.book = book;
  }

  /** Takes down what is wrong with it; undefined, so that a reader can end with it. */
  refuse(code: ProjectProblemCode, message: string): undefined {
    this.book.add(code, this.node.offset, this.node.length, message);
    return undefined;
  }

  get range(): Range {
    return this.book.range(this.node.offset, this.node.length);
  }

  get shown(): string {
    return this.book.shown(this.node.offset, this.node.length);
  }
}
