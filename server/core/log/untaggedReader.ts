// Lines without a tag that belong to the log all the same: notes, tables that were pasted in, expectations in one line.
import { t } from "../base/text.ts";
import { HASH, SPACE, skipBlanks, trimmedEnd } from "./bytes.ts";
import { type CleanedFrom, cleanLine, originalColumn, spotAfter } from "./cleanLine.ts";
import { type Fault, quoted, unsafeInteger } from "./fault.ts";
import type { LineBook } from "./lineBook.ts";
import { mayBeNote, mayBeSummary, mayBeTable } from "./lineLook.ts";
import { readNote } from "./noteLine.ts";
import { readSummary, type SummaryItem } from "./summaryLine.ts";
import { type TableEntry, TableReader } from "./table/tableReader.ts";
import type { ViewOf } from "./words.ts";

type FunctionEntry = Extract<TableEntry, { readonly type: "function" }>;

export class UntaggedReader {
  readonly #book: LineBook;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #view: ViewOf;
  readonly #table = new TableReader();
  /** Of the line being read, when it was cleaned. */
  #origin: CleanedFrom | undefined;

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

  /**
   * False when there is no line: a file that holds a byte order mark and nothing else has none.
   * @param cut the line has no end, so that what stands last in it may go on
   */
  read(bytes: Uint8Array, from: number, end: number, cut: boolean): boolean {
    // Colours and NULs before a line without tag are not worth more than a look at its first byte.
    const line = (bytes[from] ?? SPACE) < SPACE ? cleanLine(bytes, from, end) : undefined;
    this.#origin = line && { line, bytes, from };
    if (line === undefined) {
      return this.#read(bytes, from, end, cut);
    }
    if (!this.#read(line.bytes, 0, line.bytes.length, cut)) {
      this.#book.otherLine("blank");
    }
    return true;
  }

  #read(bytes: Uint8Array, from: number, end: number, cut: boolean): boolean {
    const first = skipBlanks(bytes, from, end);
    const last = trimmedEnd(bytes, first, end);
    if (first === last) {
      this.#table.end();
      if (cut && from === end) {
        return false;
      }
      this.#book.otherLine("blank");
      return true;
    }
    const isTable = this.#table.isOpen || mayBeTable(this.#view.of(bytes), first, last);
    const isNote = mayBeNote(bytes, first, last);
    const isSummary = isNote || mayBeSummary(bytes, first, last);
    const isOurs =
      (isTable || isNote || isSummary) &&
      this.#text(this.#textOf(bytes, from, last), isTable, isNote, isSummary, cut);
    if (!isOurs) {
      this.#book.otherLine(bytes[first] === HASH ? "comment" : "text");
    }
    return true;
  }

  /** Hard blanks and colours within a line that may be ours are cleaned away too. */
  #textOf(bytes: Uint8Array, from: number, last: number): string {
    const line = cleanLine(bytes, from, last);
    if (line !== undefined) {
      this.#origin = { line, bytes, from };
    }
    return this.#decode(line === undefined ? bytes.subarray(from, last) : line.bytes);
  }

  #text(text: string, isTable: boolean, isNote: boolean, isSummary: boolean, cut: boolean): boolean {
    if (isTable && this.#row(text, cut)) {
      return true;
    }
    return (isSummary && this.#summary(text)) || (isNote && this.#note(text));
  }

  #note(text: string): boolean {
    const note = readNote(text);
    if (note === undefined || !this.#book.note(this.#book.lines, note)) {
      return false;
    }
    this.#book.endLine();
    return true;
  }

  /** A heading and a rule are part of a table, but no record. */
  #row(text: string, cut: boolean): boolean {
    const row = this.#table.read(text);
    const line = this.#book.lines;
    if (row === undefined || row.type === "frame") {
      return false;
    }
    if (row.type === "unreadable") {
      this.#book.problem(line, false, () => this.#placed(row.fault));
    } else if (cut && mayBeCut(text)) {
      this.#book.problem(line, false, () => cutRow(text));
    } else {
      this.#enter(
        line,
        row.entry,
        row.faults.map((fault) => this.#placed(fault)),
      );
    }
    this.#book.endLine();
    return true;
  }

  /** Places in a cleaned text are places in the line as it was. */
  #placed(fault: Fault): Fault {
    if (this.#origin === undefined) {
      return fault;
    }
    const spot = spotAfter(this.#decode, this.#origin.line.bytes, fault.at);
    return { ...fault, at: originalColumn(this.#decode, this.#origin, spot) };
  }

  #enter(line: number, entry: TableEntry, faults: readonly Fault[]): void {
    const book = this.#book;
    switch (entry.type) {
      case "kind":
        book.probe(line, entry.approximate, { ...entry, selfBytes: Number.NaN, faults });
        break;
      case "function": {
        if (entry.phase !== undefined) {
          this.#placedFunction(line, entry, entry.phase, faults);
          break;
        }
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

  /** A function whose row names its phase. */
  #placedFunction(
    line: number,
    { name, deltaBytes, approximate }: FunctionEntry,
    phase: string,
    faults: readonly Fault[],
  ): void {
    const place = { type: "function", name, phase } as const;
    const figures = { selfBytes: Number.NaN, totalBytes: deltaBytes, count: Number.NaN, faults };
    this.#book.probe(line, approximate, { place, ...figures });
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

/** What stands behind the last border is a figure without a unit, so that further digits may be missing. */
function mayBeCut(text: string): boolean {
  const [last = ""] = text.split(/[|\t]/).slice(-1);
  return /\d/.test(last) && !/\p{L}/u.test(last);
}

function cutRow(text: string): Fault {
  const message = t("problem.cutLine", { found: quoted(text.trim()) });
  return { at: text.length - text.trimStart().length, code: "cut-line", message };
}
