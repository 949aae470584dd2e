// What can be told of a line by a look at its ends.
import { CR, DOT, HASH, isBlank, MINUS, SLASH, TAB, trimmedEnd } from "./bytes.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";
import { wordOf } from "./words.ts";

/** A byte order mark is no part of the first line. */
export function markLength(bytes: Uint8Array, start: number): number {
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? 3 : 0;
}

export function isTooLong(bytes: Uint8Array, from: number, end: number): boolean {
  return end - from > MAX_LINE_BYTES && (bytes[end - 1] === CR ? end - 1 : end) - from > MAX_LINE_BYTES;
}

/** True when the last thing before the tag is a `#`, and neither a task's number (`#5 [mem] …`) nor a prompt (`~# [mem] …`). */
export function isMarked(bytes: Uint8Array, from: number, tag: number): boolean {
  let before = trimmedEnd(bytes, from, tag);
  const marked = before > from && bytes[before - 1] === HASH;
  while (before > from && bytes[before - 1] === HASH) {
    before--;
  }
  return marked && (before === from || isBlank(bytes[before - 1]));
}

/** Cheap, as every line of other programs comes by: notes begin with `#` or `...`, or end with `...`. */
export function mayBeNote(bytes: Uint8Array, first: number, end: number): boolean {
  const byte = bytes[first];
  if (first === end || byte === HASH || byte === DOT) {
    return first !== end;
  }
  const last = trimmedEnd(bytes, first, end);
  return bytes[last - 1] === DOT && bytes[last - 2] === DOT && bytes[last - 3] === DOT;
}

const PIPE = 0x7c;
const GREATER_THAN = 0x3e;
const STAR = 0x2a;
const BACKTICK = 0x60;
const CAPITAL_B = 0x42;
const LOWER_CASE = 0x2020_2020;

/** The first four bytes of words with which a heading or a row of a table begins, in lower case, little-endian. */
const TABLE_WORDS: ReadonlySet<number> = new Set(
  ["phas", "func", "kind", "node", "expr", "stmt", "stat", "name", "numb"].map(wordOf),
);

/** Cheap, as `mayBeNote`: a row of a table begins with its border, or with the first word of a heading we know. */
export function mayBeTable(view: DataView, first: number, last: number): boolean {
  const byte = view.getUint8(first);
  if (byte === PIPE || byte === STAR || byte === BACKTICK || byte === GREATER_THAN) {
    return true;
  }
  if (last - first < 4) {
    return false;
  }
  if ((byte | 0x20) === 0x66 && (view.getUint8(first + 1) | 0x20) === 0x6e) {
    const third = view.getUint8(first + 2);
    return third === PIPE || third === TAB || third === 0x20;
  }
  return TABLE_WORDS.has(view.getInt32(first, true) | LOWER_CASE);
}

/** An expectation in one line is a comment, an item of a list, or ends in its unit. */
export function mayBeSummary(bytes: Uint8Array, first: number, last: number): boolean {
  const byte = bytes[first];
  return (
    byte === SLASH ||
    byte === GREATER_THAN ||
    byte === STAR ||
    byte === MINUS ||
    byte === 0x45 ||
    byte === 0x65 ||
    bytes[last - 1] === CAPITAL_B ||
    (bytes[last - 1] === DOT && bytes[last - 2] === CAPITAL_B)
  );
}
