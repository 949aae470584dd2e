// The two lines that a log can hold millions of, read straight from bytes: `[mem-fn] +93  MB: name` and
// `[kind 9] +5764 MB / 69186 stmts`. Whatever does not fit goes to the slow reading, which says why.
import { MEBIBYTE } from "../base/units.ts";

const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const B = 66;
const M = 77;
const CLOSE = 93;
/** Digits that always make a safe integer, also in bytes. */
const SAFE_DIGITS = 9;

/** Where the last successful reading left its values: one object for all lines, so that none is made per line. */
export class FrequentLine {
  deltaBytes = 0;
  nameFrom = 0;
  nameTo = 0;
  kindNumber = 0;
  count = 0;
  #at = 0;

  /** @param at behind `[mem-fn]` @param to end of the line, line end left out */
  readFunction(bytes: Uint8Array, at: number, to: number): boolean {
    this.#at = at;
    if (!this.#megabytes(bytes, to) || bytes[this.#at] !== COLON) {
      return false;
    }
    this.#at += 1;
    this.#spaces(bytes, to);
    this.nameFrom = this.#at;
    this.nameTo = trimEnd(bytes, this.#at, to);
    return this.nameTo > this.nameFrom && !bytes.subarray(this.nameFrom, this.nameTo).includes(SPACE);
  }

  /** @param at behind `[kind` @param to end of the line, line end left out */
  readKind(bytes: Uint8Array, at: number, to: number): boolean {
    this.#at = at;
    this.#spaces(bytes, to);
    this.kindNumber = this.#digits(bytes, to);
    if (this.kindNumber < 0 || bytes[this.#at] !== CLOSE) {
      return false;
    }
    this.#at += 1;
    if (!this.#megabytes(bytes, to)) {
      return false;
    }
    this.#spaces(bytes, to);
    if (bytes[this.#at] !== SLASH) {
      return false;
    }
    this.#at += 1;
    this.#spaces(bytes, to);
    this.count = this.#digits(bytes, to);
    return this.count >= 0 && isWordOrEnd(bytes, this.#at, to);
  }

  /** `+93  MB`, from any spaces before it to behind the unit. */
  #megabytes(bytes: Uint8Array, to: number): boolean {
    this.#spaces(bytes, to);
    const sign = bytes[this.#at];
    if (sign !== PLUS && sign !== MINUS) {
      return false;
    }
    this.#at += 1;
    const value = this.#digits(bytes, to);
    this.#spaces(bytes, to);
    if (value < 0 || bytes[this.#at] !== M || bytes[this.#at + 1] !== B || this.#at + 2 > to) {
      return false;
    }
    this.#at += 2;
    this.deltaBytes = sign === MINUS ? 0 - value * MEBIBYTE : value * MEBIBYTE;
    return true;
  }

  /** −1 when there is no digit here, or more than surely make a safe integer. */
  #digits(bytes: Uint8Array, to: number): number {
    const from = this.#at;
    let value = 0;
    for (; this.#at < to; this.#at++) {
      const digit = (bytes[this.#at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    const count = this.#at - from;
    return count === 0 || count > SAFE_DIGITS ? -1 : value;
  }

  #spaces(bytes: Uint8Array, to: number): void {
    while (this.#at < to && bytes[this.#at] === SPACE) {
      this.#at += 1;
    }
  }
}

/** End of [from, to) without spaces, tabs and carriage returns. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && (bytes[end - 1] ?? 0) <= SPACE) {
    end -= 1;
  }
  return end;
}

/** ` stmts`, or nothing: letters and spaces only. */
function isWordOrEnd(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] ?? 0) | SPACE;
    if ((bytes[at] ?? 0) > SPACE && (letter < 97 || letter > 122)) {
      return false;
    }
  }
  return true;
}
