// Bytes → lines, each with its tags. The hot loop of the whole reader.
import { LF, OPEN_BRACKET } from "./bytes.ts";
import { isTag } from "./tags.ts";

/** Place of a tag in a line that has none. */
export const NO_TAG = -1;

/** A line that `frequentLine` leaves to `line`. */
export const NOT_READ = -1;

export interface LineSink {
  /**
   * Reads the line that begins with the bracket at `start`, if it is a frequent one and nothing about it is special.
   * Its end is found while it is read, which is why these lines cost one pass.
   * Returns where the next line begins, or NOT_READ.
   */
  frequentLine(bytes: Uint8Array, start: number): number;

  /**
   * Any other line, [start, end) without its LF.
   * @param tag where the first tag of the family begins, or NO_TAG
   * @param secondTag where the next one begins, or NO_TAG
   */
  line(bytes: Uint8Array, start: number, end: number, tag: number, secondTag: number): void;
}

/** Hands every line that ends in `bytes` to `sink`; returns where the unfinished rest begins. */
export function scanLines(bytes: Uint8Array, from: number, sink: LineSink): number {
  let start = from;
  let bracket = from - 1;
  while (start < bytes.length) {
    if (bytes[start] === OPEN_BRACKET) {
      const next = sink.frequentLine(bytes, start);
      if (next !== NOT_READ) {
        start = next;
        continue;
      }
    }
    const end = bytes.indexOf(LF, start);
    if (end === -1) {
      break;
    }
    // Looked for once and then remembered: most lines of other programs have no bracket.
    bracket = bracket < start ? nextBracket(bytes, start) : bracket;
    const tag = bracket < end ? nextTag(bytes, bracket, end) : NO_TAG;
    const secondTag = tag === NO_TAG ? NO_TAG : nextTag(bytes, tag + 1, end);
    sink.line(bytes, start, end, tag, secondTag);
    start = end + 1;
  }
  return start;
}

function nextBracket(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(OPEN_BRACKET, from);
  return at === -1 ? bytes.length : at;
}

function nextTag(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] === OPEN_BRACKET && isTag(bytes, at)) {
      return at;
    }
  }
  return NO_TAG;
}
