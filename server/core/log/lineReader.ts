// One line → what it is. Frequent lines are read from bytes, rare ones as text.
import { CLOSE_BRACKET, DOLLAR, HASH, skipBlanks, trimmedEnd } from "./bytes.ts";
import { Cursor } from "./cursor.ts";
import { bytesOfMegabytes, type Fault, safeInteger } from "./fault.ts";
import { FrequentLine } from "./frequentLine.ts";
import { readFunctionLine } from "./functionLine.ts";
import { type KindFigures, readKindLine } from "./kindLine.ts";
import { LineBook } from "./lineBook.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";
import { isMarked, isTooLong, markLength, mayBeNote } from "./lineLook.ts";
import { type LineSink, NO_TAG, NOT_READ } from "./lineScanner.ts";
import { NameTable } from "./nameTable.ts";
import { readNote } from "./noteLine.ts";
import { type ByteFaultKey, TaggedLine } from "./taggedLine.ts";
import { findTag, TAG_LENGTHS, tagAt } from "./tags.ts";
import { hashOf, ViewOf } from "./words.ts";

export class LineReader implements LineSink {
  readonly book: LineBook;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #names: NameTable;
  readonly #cursor = new Cursor();
  readonly #kind: KindFigures = { number: 0, count: 0 };
  readonly #view = new ViewOf();
  readonly #frequent = new FrequentLine(this.#view);
  #cut = false;

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
    this.#names = new NameTable(decode);
    this.book = new LineBook(() => this.#names.names());
  }

  /** The line that comes next is the last one and has no end: what could be half a figure does not count. */
  expectCutLine(): void {
    this.#cut = true;
  }

  /** Lets go of the bytes of the lines read so far. */
  forgetBytes(): void {
    this.#view.forget();
    this.#cursor.open(new Uint8Array(), 0, 0);
  }

  frequentLine(bytes: Uint8Array, start: number): number {
    const frequent = this.#frequent;
    if (this.#cut || !frequent.read(bytes, start)) {
      return NOT_READ;
    }
    const line = this.book.lines;
    const lane = this.book.record(false);
    if (frequent.isFunction) {
      const name = this.#names.intern(
        this.#view.of(bytes),
        frequent.nameFrom,
        frequent.nameTo,
        frequent.nameHash,
      );
      lane.functions.push(line, name, frequent.deltaBytes);
    } else {
      lane.kinds.push(line, frequent.kindNumber, frequent.deltaBytes, frequent.count);
    }
    return frequent.next;
  }

  line(bytes: Uint8Array, start: number, end: number, tag: number, secondTag: number): void {
    const from = start + (this.book.lines === 0 ? markLength(bytes, start) : 0);
    if (isTooLong(bytes, from, end)) {
      this.#tooLong(bytes, from);
    } else if (tag === NO_TAG) {
      this.#untagged(bytes, from, end);
    } else {
      this.#tagged(bytes, from, end, tag, secondTag);
    }
  }

  #tagged(bytes: Uint8Array, from: number, end: number, tag: number, secondTag: number): void {
    const kind = tagAt(bytes, tag);
    if (kind === "other") {
      this.#unknown(bytes, from, end, tag);
    } else if (secondTag !== NO_TAG) {
      this.#unreadable(bytes, from, end, tag, secondTag, "problem.secondTag");
    } else if (kind === "function") {
      this.#function(bytes, from, end, tag);
    } else if (kind === "kind") {
      this.#kindOfNode(bytes, from, end, tag);
    } else {
      this.book.mem(this.#taggedLine(bytes, from, end, tag), this.#cut);
    }
  }

  #function(bytes: Uint8Array, from: number, end: number, tag: number): void {
    const cursor = this.#cursor;
    cursor.open(bytes, tag + TAG_LENGTHS.function, end);
    // A name that stops at its separator goes on behind the cut.
    const half = this.#cut && bytes[cursor.end - 1] === DOLLAR;
    if (!readFunctionLine(cursor) || half) {
      this.#unreadable(bytes, from, end, tag, half ? cursor.end : cursor.at, "problem.malformedFunction");
      return;
    }
    const line = this.book.lines;
    const lane = this.book.record(cursor.approximate || isMarked(bytes, from, tag));
    const deltaBytes = bytesOfMegabytes(cursor.megabytes);
    const view = this.#view.of(bytes);
    const name = this.#names.intern(view, cursor.at, cursor.end, hashOf(view, cursor.at, cursor.end));
    lane.functions.push(line, name, deltaBytes);
    if (Number.isNaN(deltaBytes)) {
      const tagged = this.#taggedLine(bytes, from, end, tag, line);
      this.book.unsafe(lane, line, () => tagged.unsafe(cursor.amountFrom));
    }
  }

  #kindOfNode(bytes: Uint8Array, from: number, end: number, tag: number): void {
    const cursor = this.#cursor;
    cursor.open(bytes, tag + TAG_LENGTHS.kind, end);
    const read = readKindLine(cursor, this.#kind);
    // A count right at the cut may have further digits behind it.
    if (!read || (this.#cut && cursor.at === cursor.end)) {
      this.#unreadable(bytes, from, end, tag, cursor.at, "problem.malformedKind");
      return;
    }
    const line = this.book.lines;
    const lane = this.book.record(cursor.approximate || isMarked(bytes, from, tag));
    const deltaBytes = bytesOfMegabytes(cursor.megabytes);
    const count = safeInteger(this.#kind.count);
    lane.kinds.push(line, this.#kind.number, deltaBytes, count);
    if (Number.isNaN(deltaBytes + count)) {
      const tagged = this.#taggedLine(bytes, from, end, tag, line);
      const spot = Number.isNaN(deltaBytes) ? cursor.amountFrom : cursor.digitsFrom;
      this.book.unsafe(lane, line, () => tagged.unsafe(spot));
    }
  }

  #unknown(bytes: Uint8Array, from: number, end: number, tag: number): void {
    const line = this.#taggedLine(bytes, from, end, tag);
    if (this.#cut && !bytes.subarray(tag, end).includes(CLOSE_BRACKET)) {
      this.book.problem(line, () => line.cutOff());
    } else {
      this.book.unknown(line);
    }
  }

  /** @param spot the byte at which reading stopped; where that is the end of a cut line, the cut is the reason */
  #unreadable(
    bytes: Uint8Array,
    from: number,
    end: number,
    tag: number,
    spot: number,
    key: ByteFaultKey,
  ): void {
    const line = this.#taggedLine(bytes, from, end, tag);
    const cutHere = this.#cut && spot === trimmedEnd(bytes, tag, end);
    this.book.problem(line, (): Fault => (cutHere ? line.cutOff() : line.unreadable(spot, key)));
  }

  #tooLong(bytes: Uint8Array, from: number): void {
    const end = from + MAX_LINE_BYTES;
    const tag = findTag(bytes, from, end);
    if (tag === NO_TAG) {
      this.book.other("text");
    } else {
      const line = this.#taggedLine(bytes, from, end, tag);
      this.book.problem(line, () => line.tooLong(MAX_LINE_BYTES));
    }
  }

  #untagged(bytes: Uint8Array, from: number, end: number): void {
    const first = skipBlanks(bytes, from, end);
    const note = mayBeNote(bytes, first, end)
      ? readNote(this.#decode(bytes.subarray(first, end)))
      : undefined;
    if (note !== undefined) {
      this.book.note(this.book.lines, note);
    } else if (first < end) {
      this.book.other(bytes[first] === HASH ? "comment" : "text");
    } else if (!this.#cut || from < end) {
      // A file that holds a byte order mark and nothing else has no line.
      this.book.other("blank");
    }
  }

  #taggedLine(bytes: Uint8Array, from: number, end: number, tag: number, line = this.book.lines): TaggedLine {
    return new TaggedLine(this.#decode, bytes, { line, from, tag, end }, isMarked(bytes, from, tag));
  }
}
