// The short way for lines that come by the million: `[mem-fn]` and `[kind N]` lines that begin with their tag and of which
// nothing is special. It reads nothing that the long way (LineReader.line) would read otherwise; it only declines more.
import { CR, LF, OPEN_BRACKET, SPACE } from "./bytes.ts";
import { Cursor } from "./cursor.ts";
import { bytesOfMegabytes, safeInteger } from "./fault.ts";
import { readFunctionLine } from "./functionLine.ts";
import { type KindFigures, readKindLine } from "./kindLine.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";
import { HASH_OF_NOTHING, hashOn } from "./nameTable.ts";
import { isTag, TAG_LENGTHS, tagAt } from "./tags.ts";

/** One object for all lines: what it holds is the line read last. */
export class FrequentLine {
  isFunction = false;
  deltaBytes = 0;
  nameFrom = 0;
  nameTo = 0;
  nameHash = 0;
  readonly kind: KindFigures = { number: 0, count: 0 };
  /** Where the next line begins. */
  next = 0;
  readonly #cursor = new Cursor();

  /** False when the line is of another kind, is not finished, or needs a closer look. */
  read(bytes: Uint8Array, start: number): boolean {
    const tag = isTag(bytes, start) ? tagAt(bytes, start) : "other";
    if (tag !== "function" && tag !== "kind") {
      return false;
    }
    this.isFunction = tag === "function";
    const cursor = this.#cursor;
    cursor.openEndless(bytes, start + TAG_LENGTHS[tag]);
    const whole = this.isFunction
      ? readFunctionLine(cursor) && this.#name(cursor)
      : readKindLine(cursor, this.kind) && endsPlainly(cursor);
    this.deltaBytes = bytesOfMegabytes(cursor.megabytes);
    this.next = cursor.at + 1;
    return (
      whole &&
      !cursor.approximate &&
      !Number.isNaN(this.deltaBytes + safeInteger(this.kind.count)) &&
      cursor.at - start < MAX_LINE_BYTES
    );
  }

  /** Steps over a name that has no blank and no bracket in it, and hashes it on the way. */
  #name(cursor: Cursor): boolean {
    const { bytes, end } = cursor;
    this.nameFrom = cursor.at;
    let hash = HASH_OF_NOTHING;
    let at = cursor.at;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= SPACE || byte === OPEN_BRACKET) {
        break;
      }
      hash = hashOn(hash, byte);
    }
    this.nameTo = at;
    this.nameHash = hash >>> 0;
    cursor.at = bytes[at] === CR ? at + 1 : at;
    return at > this.nameFrom && cursor.at < end && bytes[cursor.at] === LF;
  }
}

/** Steps over the word behind the count to the line end; false where there is more than words. */
function endsPlainly(cursor: Cursor): boolean {
  const { bytes, end } = cursor;
  let at = cursor.at;
  while (at < end && bytes[at] !== LF && bytes[at] !== OPEN_BRACKET) {
    at++;
  }
  cursor.at = at;
  return at < end && bytes[at] === LF;
}
