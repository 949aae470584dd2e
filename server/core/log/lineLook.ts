// What can be told of a line by a look at its ends.
import { CR, DOT, HASH, trimmedEnd } from "./bytes.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";

/** A byte order mark is no part of the first line. */
export function markLength(bytes: Uint8Array, start: number): number {
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? 3 : 0;
}

export function isTooLong(bytes: Uint8Array, from: number, end: number): boolean {
  return end - from > MAX_LINE_BYTES && (bytes[end - 1] === CR ? end - 1 : end) - from > MAX_LINE_BYTES;
}

/** True when the last thing before the tag is a `#`. (`#5 [mem] …`, a task's number, is no such thing.) */
export function isMarked(bytes: Uint8Array, from: number, tag: number): boolean {
  const before = trimmedEnd(bytes, from, tag);
  return before > from && bytes[before - 1] === HASH;
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
