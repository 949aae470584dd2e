// What terminals, browsers and broken writers put into a line that is no part of its text.
import { CLOSE_BRACKET, CR, ESCAPE, MINUS, OPEN_BRACKET, SPACE, TAB, trimmedEnd } from "./bytes.ts";

const BELL = 0x07;
const BACKSLASH = 0x5c;
const DELETE = 0x7f;

/** A line without what does not belong to it, and the way back to the bytes as they were. */
export interface CleanLine {
  readonly bytes: Uint8Array;
  /** For each byte, and for the end: where it was. */
  readonly origins: Uint32Array;
}

/** A cleaned line and the bytes that it was made from. */
export interface CleanedFrom {
  readonly line: CleanLine;
  readonly bytes: Uint8Array;
  /** Where the line began in them. */
  readonly from: number;
}

/**
 * The line in [from, end) without colours and other escape sequences, control characters, marks of no width; with plain
 * blanks for hard ones and a plain minus for the typographic one. Undefined when there is nothing to change.
 */
export function cleanLine(bytes: Uint8Array, from: number, end: number): CleanLine | undefined {
  if (!mayNeedCleaning(bytes, from, end)) {
    return undefined;
  }
  const cleaned = new Uint8Array(end - from);
  const origins = new Uint32Array(end - from + 1);
  let length = 0;
  let at = from;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    const skipped = skippedAt(bytes, at, end);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const wide = plainFor(bytes, at, end);
    cleaned[length] = wide ?? byte;
    origins[length] = at;
    length++;
    at += wide === undefined ? 1 : byte === 0xc2 ? 2 : 3;
  }
  origins[length] = end;
  return { bytes: cleaned.subarray(0, length), origins };
}

/**
 * Where the first `length` UTF-16 code units of the text of `bytes` end, in bytes. Bytes that are no text make it differ
 * from what the text's own length in UTF-8 would be.
 */
export function spotAfter(decode: (bytes: Uint8Array) => string, bytes: Uint8Array, length: number): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (decode(bytes.subarray(0, middle)).length < length) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The column, in UTF-16 code units, that `spot` of a cleaned line had in [from, …) of the bytes that it was made from. */
export function originalColumn(
  decode: (bytes: Uint8Array) => string,
  { line, bytes, from }: CleanedFrom,
  spot: number,
): number {
  return decode(bytes.subarray(from, line.origins[spot] ?? from)).length;
}

function mayNeedCleaning(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (isControl(byte) || byte === 0xc2 || byte === 0xe2 || byte === 0xef) {
      return true;
    }
  }
  return false;
}

function isControl(byte: number): boolean {
  return (byte < SPACE && byte !== TAB && byte !== CR) || byte === DELETE;
}

/** How many bytes from `at` on do not belong to the text; 0 when the byte does. */
function skippedAt(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === ESCAPE) {
    return escapeEnd(bytes, at, end) - at;
  }
  if (isControl(byte)) {
    return 1;
  }
  return isWithoutWidth(byte, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) && at + 3 <= end ? 3 : 0;
}

/** ECMA-48: `ESC [ … letter`, `ESC ] … BEL` or `… ESC \`, and short sequences. A sequence that has no end goes on to the line's. */
function escapeEnd(bytes: Uint8Array, at: number, end: number): number {
  const second = bytes[at + 1];
  let next = at + 2;
  if (second === OPEN_BRACKET) {
    while (next < end && isBetween(bytes[next], 0x20, 0x3f)) {
      next++;
    }
    // What is no final byte belongs to the text again: the sequence was cut.
    return isBetween(bytes[next], 0x40, 0x7e) ? Math.min(next + 1, end) : Math.min(next, end);
  }
  if (second === CLOSE_BRACKET) {
    while (next < end && bytes[next] !== BELL && !(bytes[next] === ESCAPE && bytes[next + 1] === BACKSLASH)) {
      next++;
    }
    if (next >= end) {
      // It has no end. The line's is none of it.
      return trimmedEnd(bytes, at, end);
    }
    return Math.min(bytes[next] === ESCAPE ? next + 2 : next + 1, end);
  }
  next = at + 1;
  while (next < end && isBetween(bytes[next], 0x20, 0x2f)) {
    next++;
  }
  return isBetween(bytes[next], 0x30, 0x7e) ? Math.min(next + 1, end) : Math.min(next, end);
}

function isBetween(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}

/** U+200B–200F, U+202A–202E, U+2060–2069 and U+FEFF in UTF-8: they hide in names that were copied from a page. */
function isWithoutWidth(first: number, second: number, third: number): boolean {
  if (first === 0xef) {
    return second === 0xbb && third === 0xbf;
  }
  if (first !== 0xe2) {
    return false;
  }
  return second === 0x80
    ? isBetween(third, 0x8b, 0x8f) || isBetween(third, 0xaa, 0xae)
    : second === 0x81 && isBetween(third, 0xa0, 0xa9);
}

/** The plain byte for a hard or narrow blank (U+00A0, U+2000–200A, U+202F) or the minus sign U+2212. */
function plainFor(bytes: Uint8Array, at: number, end: number): number | undefined {
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first === 0xc2 && second === 0xa0 && at + 2 <= end) {
    return SPACE;
  }
  if (first !== 0xe2 || at + 3 > end) {
    return undefined;
  }
  if (second === 0x80 && (isBetween(third, 0x80, 0x8a) || third === 0xaf)) {
    return SPACE;
  }
  // U+2013 before a digit is what editors make of a minus.
  const isDash = second === 0x80 && third === 0x93 && isBetween(bytes[at + 3], 0x30, 0x39);
  return isDash || (second === 0x88 && third === 0x92) ? MINUS : undefined;
}
