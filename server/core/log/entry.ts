import { isBlank, trimmedEnd } from "./bytes.ts";
import type { CleanedFrom } from "./cleanLine.ts";

/** Why an entry may have lost its end. */
export type Cut = "none" | "noLineEnd" | "otherEntry";

/**
 * One entry of a line: [tag, end). One object serves all lines, since an object for each costs more than reading them.
 */
export class Entry {
  bytes: Uint8Array = new Uint8Array();
  /** Where the line begins. */
  from = 0;
  tag = 0;
  /** Blanks at the end left out. */
  end = 0;
  /** Where the line ends, without the blanks there. */
  lineEnd = 0;
  cut: Cut = "none";
  /** It stands in quotation marks, and ends where they close. */
  quoted = false;
  /** A `#` stands before the tag: somebody wrote the line down as what to expect. */
  marked = false;
  /** Where the bytes were before the line was cleaned. */
  origin: CleanedFrom | undefined;

  open(line: EntryLine, tag: number, end: number, cut: Cut, marked: boolean): void {
    this.bytes = line.bytes;
    this.from = line.from;
    this.tag = tag;
    this.end = trimmedEnd(line.bytes, tag, end);
    this.lineEnd = trimmedEnd(line.bytes, tag, line.end);
    this.cut = cut;
    this.quoted = isQuote(line.bytes[end]) && line.bytes[end] === line.bytes[tag - 1];
    this.marked = marked;
    this.origin = line.origin;
  }
}

/** A line as its entries are read from it. */
export interface EntryLine {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
  readonly origin: CleanedFrom | undefined;
}

const BACKTICK = 0x60;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

function isQuote(byte: number | undefined): boolean {
  return byte === BACKTICK || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE;
}

/** Where the entry that begins at `tag` ends: before the next tag, or where a quotation that holds it closes. */
export function entryEnd(line: EntryLine, tag: number, nextTag: number): number {
  const { bytes, from } = line;
  const quote = tag > from ? bytes[tag - 1] : undefined;
  if (quote === undefined || !isQuote(quote)) {
    return nextTag;
  }
  const close = bytes.subarray(tag, nextTag).indexOf(quote);
  return close === -1 ? nextTag : tag + close;
}

/** Another writer's entry that begins without a blank may have broken into the one before it. */
export function brokenInto(bytes: Uint8Array, nextTag: number): boolean {
  return !isBlank(bytes[nextTag - 1]);
}
