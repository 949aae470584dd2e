// Lines without a tag that belong to the log all the same: notes, tables that were pasted in, expectations in one line.
import { t } from "../base/text.ts";
import { HASH, skipBlanks, trimmedEnd } from "./bytes.ts";
import { type Fault, quoted, unsafeInteger } from "./fault.ts";
import type { LineBook } from "./lineBook.ts";
import { mayBeNote, mayBeSummary, mayBeTable } from "./lineLook.ts";
import { readNote } from "./noteLine.ts";
import { readSummary, type SummaryItem } from "./summaryLine.ts";
import { type TableEntry, TableReader } from "./table/tableReader.ts";
import type { ViewOf } from "./words.ts";

export class UntaggedReader {
  readonly #book: LineBook;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #view: ViewOf;
  readonly #table = new TableReader();

  constructor(book: LineBook, decode: (bytes: Uint8Array) => string, view: ViewOf) {
    this.#book = book;
    this.#decode = decode;
    this.#view = view;
  }

  /** The lines read last are a table: what comes next may be a row of it. */
  get isInTable(): boolean {
    return this.#table.isOpen;
  }

  /** A line with a tag came by. */
  endTable(): void {
    this.#table.end();
  }

  /** @param cut the line has no end, so that what stands last in it may go on */
  read(bytes: Uint8Array, from: number, end: number, cut: boolean): void {
    const first = skipBlanks(bytes, from, end);
    const last = trimmedEnd(bytes, first, end);
    if (first === last) {
      this.#table.end();
      // A file that holds a byte order mark and nothing else has no line.
      if (!cut || from < end) {
        this.#book.otherLine("blank");
      }
      return;
    }
    const isTable = this.#table.isOpen || mayBeTable(this.#view.of(bytes), first, last);
    const isNote = mayBeNote(bytes, first, last);
    const isSummary = isNote || mayBeSummary(bytes, first, last);
    const isOurs =
      (isTable || isNote || isSummary) &&
      this.#text(this.#decode(bytes.subarray(from, last)), isTable, isNote, isSummary, cut);
    if (!isOurs) {
      this.#book.otherLine(bytes[first] === HASH ? "comment" : "text");
    }
  }

  #text(text: string, isTable: boolean, isNote: boolean, isSummary: boolean, cut: boolean): boolean {
    if (isTable && this.#row(text, cut)) {
      return true;
    }
    return (isSummary && this.#summary(text)) || (isNote && this.#note(text));
  }

  #note(text: string): boolean {
    const note = readNote(text);
    if (note !== undefined) {
      this.#book.note(this.#book.lines, note);
      this.#book.endLine();
    }
    return note !== undefined;
  }

  /** A heading and a rule are part of a table, but no record. */
  #row(text: string, cut: boolean): boolean {
    const row = this.#table.read(text);
    const line = this.#book.lines;
    if (row === undefined || row.type === "frame") {
      return false;
    }
    if (row.type === "unreadable") {
      this.#book.problem(line, false, () => row.fault);
    } else if (cut && /\d$/.test(text)) {
      this.#book.problem(line, false, () => cutRow(text));
    } else {
      this.#enter(line, row.entry, row.faults);
    }
    this.#book.endLine();
    return true;
  }

  #enter(line: number, entry: TableEntry, faults: readonly Fault[]): void {
    const book = this.#book;
    switch (entry.type) {
      case "kind":
        book.probe(line, entry.approximate, { ...entry, selfBytes: Number.NaN, faults });
        break;
      case "function": {
        const name = book.words.functionNames.internText(entry.name);
        book.functionRow(line, entry.approximate, name, entry.deltaBytes);
        for (const fault of faults) {
          book.doubt(line, entry.approximate, fault);
        }
        break;
      }
      case "phase":
        book.reading(line, false, entry.phase, faults);
        break;
      case "peak":
        book.peak(line, entry.approximate, entry.peakBytes, faults);
        break;
    }
  }

  /** Approximate levels in one line are a block of expectations by themselves. */
  #summary(text: string): boolean {
    const summary = readSummary(text);
    if (summary === undefined) {
      return false;
    }
    const line = this.#book.lines;
    if (summary.headed) {
      this.#book.note(line, { text: text.trim(), part: "header" });
    }
    for (const item of summary.items) {
      const faults = Number.isNaN(item.bytes) ? [unsafeInteger(text, item.at)] : [];
      if (/^peak$/i.test(item.name)) {
        this.#book.peak(line, true, item.bytes, faults);
      } else {
        this.#book.reading(line, true, readingOf(item), faults);
      }
    }
    this.#book.endLine();
    return true;
  }
}

/** The line does not say whether it means the level or the growth; without a sign it reads as a level. */
function readingOf({ name, bytes }: SummaryItem) {
  return {
    ...{ name, rssBytes: bytes, deltaBytes: undefined, elapsedMs: undefined },
    ...{ approximate: true, remark: t("remark.levelOrGrowth"), peakBytes: undefined },
  };
}

function cutRow(text: string): Fault {
  const message = t("problem.cutLine", { found: quoted(text.trim()) });
  return { at: text.length - text.trimStart().length, code: "cut-line", message };
}
