// ASCII as a log line uses it, and the two steps over blanks that every reader of bytes takes.

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const ESCAPE = 0x1b;
export const SPACE = 0x20;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const DIGIT_0 = 0x30;
export const DIGIT_9 = 0x39;
export const COLON = 0x3a;
export const CAPITAL_B = 0x42;
export const CAPITAL_M = 0x4d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const TILDE = 0x7e;

/** Blank within a line. CR is one, so that CRLF and LF read alike. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}

/** The first place from `at` on, at most `end`, that is not blank. */
export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(bytes[next])) {
    next++;
  }
  return next;
}

/** Where the text of [start, end) ends when the blanks behind it are left out. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(bytes[last - 1])) {
    last--;
  }
  return last;
}
