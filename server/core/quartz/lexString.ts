// Strings. One is skipped as a whole; what stands in its `#{…}` matters only for finding its end.
import { BACKSLASH, HASH, isLineEnd, OPEN_BRACE, QUOTE } from "./characters.ts";
import { skipHole } from "./lexHole.ts";

const TRIPLE = '"""';

/**
 * Offset behind the string that starts at `start`. An unterminated one ends with its line, or with the text
 * if it is triple-quoted.
 */
export function skipString(text: string, start: number): number {
  return text.startsWith(TRIPLE, start) ? skipTriple(text, start + TRIPLE.length) : skipPlain(text, start);
}

function skipPlain(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      return at + 1;
    }
    if (code === BACKSLASH) {
      at = skipEscape(text, at);
    } else if (code === HASH && text.charCodeAt(at + 1) === OPEN_BRACE) {
      const end = skipHole(text, at + 2, false);
      if (end < 0) {
        return lineEnd(text, at);
      }
      at = end - 1;
    } else if (isLineEnd(code)) {
      return at;
    }
  }
  // A backslash took the file's last line end: as below.
  return text.trimEnd().length;
}

function skipTriple(text: string, from: number): number {
  // What a broken hole was searched through is not searched again, or a line of `#{#{#{` would cost its square.
  let noHoleBefore = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE && text.startsWith(TRIPLE, at)) {
      return behindQuotes(text, at + TRIPLE.length);
    }
    if (code === BACKSLASH) {
      at++;
    } else if (code === HASH && at >= noHoleBefore && text.charCodeAt(at + 1) === OPEN_BRACE) {
      const end = skipHole(text, at + 2, true);
      if (end < 0) {
        noHoleBefore = -end;
      } else {
        at = end - 1;
      }
    }
  }
  // Never closed: without the line end that ends the file, so that its last line is one that there is.
  return text.trimEnd().length;
}

/** The last character of the escape: a backslash at the end of a line takes `\r\n` as one. */
function skipEscape(text: string, at: number): number {
  return text.startsWith("\r\n", at + 1) ? at + 2 : at + 1;
}

/** Of four quotes at the end of a triple-quoted string the first is content and the last three close it. */
function behindQuotes(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === QUOTE) {
    end++;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) {
    at++;
  }
  return at;
}
