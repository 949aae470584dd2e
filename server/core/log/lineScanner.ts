// Bytes → lines, each with its tags. The hot loop of the whole reader.
import { ESCAPE, LF, OPEN_BRACKET } from "./bytes.ts";
import { isTag } from "./tags.ts";
import { endsScan } from "./words.ts";

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
   * @param tag where the first tag of the family begins, or what may be one that is coloured; NO_TAG for neither
   */
  line(bytes: Uint8Array, start: number, end: number, tag: number): void;
}

/** Hands every line that ends in `bytes` to `sink`; returns where the unfinished rest begins. */
export function scanLines(bytes: Uint8Array, from: number, sink: LineSink): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = from;
  let at = from;
  let tag = NO_TAG;
  while (at < bytes.length) {
    if (at === start && bytes[at] === OPEN_BRACKET) {
      const next = sink.frequentLine(bytes, start);
      if (next !== NOT_READ) {
        start = next;
        at = next;
        continue;
      }
    }
    at = nextStop(bytes, view, at);
    if (bytes[at] === LF) {
      sink.line(bytes, start, at, tag);
      start = at + 1;
      tag = NO_TAG;
    } else if (tag === NO_TAG && at < bytes.length && (isTag(bytes, at) || bytes[at + 1] === ESCAPE)) {
      tag = at;
    }
    at++;
  }
  return start;
}

/** The first LF or bracket from `from` on; the end of `bytes` when there is none. */
function nextStop(bytes: Uint8Array, view: DataView, from: number): number {
  const lastWord = bytes.length - 4;
  let at = from;
  while (at <= lastWord && !endsScan(view.getInt32(at, true))) {
    at += 4;
  }
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== OPEN_BRACKET) {
    at++;
  }
  return at;
}
