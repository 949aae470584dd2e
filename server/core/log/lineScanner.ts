// Bytes → lines, in one pass that finds line ends and tags together. The hot loop of the whole reader.
import { LF, OPEN_BRACKET } from "./bytes.ts";
import { isTag } from "./tags.ts";

/** Place of a tag in a line that has none. */
export const NO_TAG = -1;

export interface LineSink {
  /**
   * One line, [start, end) without its LF.
   * @param tag where the first tag of the family begins, or NO_TAG
   * @param secondTag where the next one begins, or NO_TAG
   */
  line(bytes: Uint8Array, start: number, end: number, tag: number, secondTag: number): void;
}

/** Hands every line that ends in `bytes` to `sink`; returns where the unfinished rest begins. */
export function scanLines(bytes: Uint8Array, from: number, sink: LineSink): number {
  const length = bytes.length;
  let start = from;
  let tag = NO_TAG;
  let secondTag = NO_TAG;
  for (let at = from; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LF) {
      sink.line(bytes, start, at, tag, secondTag);
      start = at + 1;
      tag = NO_TAG;
      secondTag = NO_TAG;
    } else if (byte === OPEN_BRACKET && isTag(bytes, at)) {
      if (tag === NO_TAG) {
        tag = at;
      } else if (secondTag === NO_TAG) {
        secondTag = at;
      }
    }
  }
  return start;
}
