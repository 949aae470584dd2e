// One entry → what it is. Function and kind entries are read from bytes, all others as text.
import { CLOSE_BRACKET, DOLLAR, skipBlanks } from "./bytes.ts";
import { claimsFunction, claimsKind } from "./claims.ts";
import { Cursor } from "./cursor.ts";
import type { Entry } from "./entry.ts";
import { bytesOfMegabytes, type Fault, safeInteger } from "./fault.ts";
import { readFunctionLine } from "./functionLine.ts";
import { type KindFigures, readKindLine } from "./kindLine.ts";
import type { LineBook } from "./lineBook.ts";
import { readMemLine } from "./memLine.ts";
import { type OwnLine, type OwnTag, readOwnLine } from "./own/ownLine.ts";
import { type ByteFaultKey, TaggedLine } from "./taggedLine.ts";
import { ownTagAt, TAG_LENGTHS, tagAt } from "./tags.ts";
import { hashOf, type ViewOf } from "./words.ts";

const LETTER_A = 0x61;
const LETTER_Z = 0x7a;

export class EntryReader {
  readonly #book: LineBook;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #view: ViewOf;
  readonly #cursor = new Cursor();
  readonly #kind: KindFigures = { number: 0, count: 0 };

  constructor(book: LineBook, decode: (bytes: Uint8Array) => string, view: ViewOf) {
    this.#book = book;
    this.#decode = decode;
    this.#view = view;
  }

  /** Lets go of the bytes of the entry read last. */
  forgetBytes(): void {
    this.#cursor.open(new Uint8Array(), 0, 0);
  }

  read(entry: Entry): void {
    switch (tagAt(entry.bytes, entry.tag)) {
      case "function":
        this.#function(entry);
        break;
      case "kind":
        this.#kindOfNode(entry);
        break;
      case "mem":
        this.#mem(entry);
        break;
      case "other":
        this.#ownOrUnknown(entry);
        break;
    }
  }

  #function(entry: Entry): void {
    const { bytes, end, tag, marked } = entry;
    const cursor = this.#cursor;
    cursor.open(bytes, tag + TAG_LENGTHS.function, end);
    const first = bytes[skipBlanks(bytes, cursor.at, end)] ?? 0;
    if (first >= LETTER_A && first <= LETTER_Z) {
      this.#own(entry, "function", TAG_LENGTHS.function);
      return;
    }
    const read = readFunctionLine(cursor);
    // A name that stops at its separator goes on behind the cut; one that another entry broke into may have.
    const half = entry.cut === "otherEntry" || (entry.cut === "noLineEnd" && bytes[end - 1] === DOLLAR);
    if (!read || half) {
      const claims = claimsFunction(entry, tag + TAG_LENGTHS.function);
      this.#notRead(entry, claims, read ? end : cursor.at, "problem.malformedFunction");
      return;
    }
    const line = this.#book.lines;
    const expected = cursor.approximate || marked;
    const deltaBytes = bytesOfMegabytes(cursor.megabytes);
    const view = this.#view.of(bytes);
    const hash = hashOf(view, cursor.at, cursor.nameEnd);
    const name = this.#book.words.functionNames.intern(view, cursor.at, cursor.nameEnd, hash);
    this.#book.functionRow(line, expected, name, deltaBytes);
    if (Number.isNaN(deltaBytes)) {
      this.#book.doubt(line, expected, this.#text(entry).unsafe(cursor.amountFrom));
    }
    if (entry.cut === "noLineEnd" && cursor.nameEnd === end) {
      this.#book.doubt(line, expected, this.#text(entry).perhapsCut(cursor.at));
    }
  }

  #kindOfNode(entry: Entry): void {
    const { bytes, end, tag, marked } = entry;
    const cursor = this.#cursor;
    cursor.open(bytes, tag + TAG_LENGTHS.kind, end);
    const read = readKindLine(cursor, this.#kind);
    // A count right at the cut may have further digits behind it.
    if (!read || (entry.cut !== "none" && cursor.at === end)) {
      this.#notRead(entry, claimsKind(entry, tag + TAG_LENGTHS.kind), cursor.at, "problem.malformedKind");
      return;
    }
    const line = this.#book.lines;
    const expected = cursor.approximate || marked;
    const deltaBytes = bytesOfMegabytes(cursor.megabytes);
    const count = safeInteger(this.#kind.count);
    this.#book.kindRow(line, expected, this.#kind.number, deltaBytes, count);
    if (Number.isNaN(deltaBytes + count)) {
      const spot = Number.isNaN(deltaBytes) ? cursor.amountFrom : cursor.digitsFrom;
      this.#book.doubt(line, expected, this.#text(entry).unsafe(spot));
    }
  }

  #mem(entry: Entry): void {
    const { marked } = entry;
    const text = this.#text(entry);
    const { line } = text;
    const read = readMemLine(text.body(TAG_LENGTHS.mem), entry.cut !== "none");
    switch (read.type) {
      case "unknown":
        this.#book.unknown(text);
        break;
      case "unreadable":
        this.#unreadable(entry, read.fault, TAG_LENGTHS.mem);
        break;
      case "counts":
        for (const { key, value } of read.entries) {
          this.#book.count(line, marked, key, value);
        }
        for (const fault of read.faults) {
          this.#book.doubt(line, marked, placed(text, fault, TAG_LENGTHS.mem));
        }
        break;
      case "peak": {
        const faults = read.faults.map((fault) => placed(text, fault, TAG_LENGTHS.mem));
        this.#book.peak(line, marked || read.approximate, read.peakBytes, faults);
        break;
      }
      case "phase": {
        const faults = read.faults.map((fault) => placed(text, fault, TAG_LENGTHS.mem));
        this.#book.reading(line, marked, read.phase, faults);
        break;
      }
    }
  }

  #ownOrUnknown(entry: Entry): void {
    const own = ownTagAt(entry.bytes, entry.tag);
    if (own !== undefined) {
      this.#own(entry, own.tag, own.length);
    } else if (
      entry.cut === "noLineEnd" &&
      !entry.bytes.subarray(entry.tag, entry.end).includes(CLOSE_BRACKET)
    ) {
      const text = this.#text(entry);
      this.#book.problem(text.line, entry.marked, () => text.cutOff());
    } else {
      this.#book.unknown(this.#text(entry));
    }
  }

  #own(entry: Entry, tag: OwnTag, tagLength: number): void {
    const text = this.#text(entry);
    const body = text.body(tagLength);
    const read = isTemplate(body) ? UNKNOWN : readOwnLine(tag, body, entry.cut !== "none");
    switch (read.type) {
      case "unknown":
        this.#book.unknown(text);
        break;
      case "unreadable":
        this.#unreadable(entry, read.fault, tagLength);
        break;
      case "probe": {
        const faults = read.faults.map((fault) => placed(text, fault, tagLength));
        this.#book.probe(text.line, entry.marked, { ...read, faults });
        break;
      }
      case "event": {
        const faults = read.faults.map((fault) => placed(text, fault, tagLength));
        this.#book.event(text.line, entry.marked, { ...read, faults });
        break;
      }
    }
  }

  /** @param spot the byte at which reading stopped; where that is the end of a cut entry, the cut is the reason */
  #notRead(entry: Entry, claims: boolean, spot: number, key: ByteFaultKey): void {
    const text = this.#text(entry);
    if (!claims) {
      this.#book.unknown(text);
      return;
    }
    const cutHere = spot === entry.end ? entry.cut : "none";
    this.#book.problem(text.line, entry.marked, () => {
      switch (cutHere) {
        case "none":
          return text.unreadable(spot, key);
        case "noLineEnd":
          return text.cutOff();
        case "otherEntry":
          return text.brokenInto();
      }
    });
  }

  #unreadable(entry: Entry, fault: Fault, tagLength: number): void {
    const text = this.#text(entry);
    const broken = fault.code === "cut-line" && entry.cut === "otherEntry";
    this.#book.problem(text.line, entry.marked, () =>
      broken ? text.brokenInto() : placed(text, fault, tagLength),
    );
  }

  #text(entry: Entry): TaggedLine {
    return new TaggedLine(this.#decode, this.#book.lines, entry);
  }
}

const UNKNOWN: OwnLine = { type: "unknown" };

/** A line of a probe's source or of a page about it: `total=#{total}`, `total=%d`. */
function isTemplate(body: string): boolean {
  return /=(?:[#$]?\{|%[a-z])/.test(body);
}

/** Places in what stands behind the tag are places in the line, further on. */
function placed(text: TaggedLine, fault: Fault, tagLength: number): Fault {
  return { ...fault, at: text.columnOf(fault.at, tagLength) };
}
