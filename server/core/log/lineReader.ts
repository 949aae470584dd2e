// One line → its entries. Frequent lines are read in one pass, all others by the readers of tagged and untagged lines.
import { MEBIBYTE } from "../base/units.ts";
import { cleanLine } from "./cleanLine.ts";
import { brokenInto, type Cut, Entry, type EntryLine, entryEnd } from "./entry.ts";
import { EntryReader } from "./entryReader.ts";
import { FrequentLine } from "./frequentLine.ts";
import { LineBook } from "./lineBook.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";
import { isMarked, isTooLong, markLength } from "./lineLook.ts";
import { type LineSink, NO_TAG, NOT_READ } from "./lineScanner.ts";
import { LineWords } from "./lineWords.ts";
import type { RowMode } from "./rows.ts";
import { TaggedLine } from "./taggedLine.ts";
import { findTag, tagsIn } from "./tags.ts";
import { UntaggedReader } from "./untaggedReader.ts";
import { ViewOf } from "./words.ts";

export class LineReader implements LineSink {
  readonly book: LineBook;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #words: LineWords;
  readonly #view = new ViewOf();
  readonly #frequent = new FrequentLine(this.#view);
  readonly #entry = new Entry();
  readonly #entries: EntryReader;
  readonly #untagged: UntaggedReader;
  #cut = false;

  constructor(decode: (bytes: Uint8Array) => string, mode: RowMode) {
    this.#decode = decode;
    this.#words = new LineWords(decode);
    this.book = new LineBook(this.#words, mode);
    this.#entries = new EntryReader(this.book, decode, this.#view);
    this.#untagged = new UntaggedReader(this.book, decode, this.#view);
  }

  /** The line that comes next is the last one and has no end: what could be half a figure does not count. */
  expectCutLine(): void {
    this.#cut = true;
  }

  /** Lets go of the bytes of the lines read so far. */
  forgetBytes(): void {
    this.#view.forget();
    this.#entries.forgetBytes();
    this.#entry.open(NO_LINE, 0, 0, "none", false);
  }

  frequentLine(bytes: Uint8Array, start: number): number {
    const frequent = this.#frequent;
    if (this.#cut || this.#untagged.isInTable || !frequent.read(bytes, start)) {
      return NOT_READ;
    }
    const line = this.book.lines;
    const { rows } = this.book.recordLine();
    const deltaBytes = frequent.megabytes * MEBIBYTE;
    if (frequent.isFunction) {
      const { nameFrom, nameTo, nameHash } = frequent;
      const name = this.#words.functionNames.intern(this.#view.of(bytes), nameFrom, nameTo, nameHash);
      rows.functions.push(line, name, deltaBytes);
    } else {
      rows.kinds.push(line, frequent.kindNumber, deltaBytes, frequent.count);
    }
    return frequent.next;
  }

  line(bytes: Uint8Array, start: number, end: number, tag: number): void {
    const from = start + (this.book.lines === 0 ? markLength(bytes, start) : 0);
    if (isTooLong(bytes, from, end)) {
      this.#tooLong(bytes, from);
    } else if (tag === NO_TAG) {
      this.#untagged.read(bytes, from, end, this.#cut);
    } else {
      this.#tagged(bytes, from, end);
    }
  }

  #tagged(bytes: Uint8Array, from: number, end: number): void {
    const clean = cleanLine(bytes, from, end);
    const line: EntryLine =
      clean === undefined
        ? { bytes, from, end, origin: undefined }
        : {
            bytes: clean.bytes,
            from: 0,
            end: clean.bytes.length,
            origin: { line: clean, bytes, from },
          };
    const tags = tagsIn(line.bytes, line.from, line.end);
    if (tags.length === 0) {
      if (!this.#untagged.read(line.bytes, line.from, line.end, this.#cut)) {
        // There was something, if only escape sequences.
        this.book.otherLine("blank");
      }
      return;
    }
    this.#untagged.endTable();
    this.#eachEntry(line, tags);
    this.book.endLine();
  }

  #eachEntry(line: EntryLine, tags: readonly number[]): void {
    let marked = false;
    for (const [index, tag] of tags.entries()) {
      const next = tags[index + 1];
      marked ||= isMarked(line.bytes, line.from, tag);
      const end = entryEnd(line, tag, next ?? line.end);
      this.#entry.open(line, tag, end, this.#cutOf(line, end, next), marked);
      this.#entries.read(this.#entry);
    }
  }

  #cutOf(line: EntryLine, end: number, next: number | undefined): Cut {
    if (next === undefined) {
      return this.#cut && end === line.end ? "noLineEnd" : "none";
    }
    return end === next && brokenInto(line.bytes, next) ? "otherEntry" : "none";
  }

  #tooLong(bytes: Uint8Array, from: number): void {
    const end = from + MAX_LINE_BYTES;
    const tag = findTag(bytes, from, end);
    if (tag === NO_TAG) {
      this.book.otherLine("text");
      return;
    }
    const marked = isMarked(bytes, from, tag);
    this.#entry.open({ bytes, from, end, origin: undefined }, tag, end, "none", marked);
    const text = new TaggedLine(this.#decode, this.book.lines, this.#entry);
    this.book.problem(text.line, marked, () => text.tooLong(MAX_LINE_BYTES));
    this.book.endLine();
  }
}

const NO_LINE: EntryLine = { bytes: new Uint8Array(), from: 0, end: 0, origin: undefined };
