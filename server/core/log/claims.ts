// Does a tag head an entry, or is it only spoken of? In hand-offs and source code tags stand in sentences and templates.
import { CLOSE_BRACKET, DIGIT_0, DIGIT_9, HASH, isBlank, MINUS, PLUS, skipBlanks, TILDE } from "./bytes.ts";
import type { Entry } from "./entry.ts";

const DOLLAR_SIGN = 0x24;
const PERCENT = 0x25;
const OPEN_BRACE = 0x7b;

/** @param at behind the tag. True when an amount begins there, or nothing does: then a figure is missing */
export function claimsFunction({ bytes, end, quoted }: Entry, at: number): boolean {
  const first = skipBlanks(bytes, at, end);
  return first === end ? !quoted : beginsAmount(bytes, first, end);
}

/** @param at behind `[kind` */
export function claimsKind({ bytes, end, quoted }: Entry, at: number): boolean {
  const number = skipBlanks(bytes, at, end);
  const close = bytes.subarray(number, end).indexOf(CLOSE_BRACKET);
  const behind = number + close + 1;
  if (number < end && !isDigit(bytes[number])) {
    return close !== -1 && beginsAmount(bytes, skipBlanks(bytes, behind, end), end);
  }
  if (close === -1 || behind === end) {
    return !quoted;
  }
  return isBlank(bytes[behind]) || isAmountByte(bytes[behind]);
}

/** `+93`, `~5`, `+abc`, but not the placeholder of a template: `+#{delta}`, `+%d`, `+${delta}`. */
function beginsAmount(bytes: Uint8Array, at: number, end: number): boolean {
  const byte = bytes[at];
  if (at >= end || !isAmountByte(byte)) {
    return false;
  }
  const next = at + 1 < end ? bytes[at + 1] : undefined;
  return next !== HASH && next !== DOLLAR_SIGN && next !== PERCENT && next !== OPEN_BRACE;
}

function isAmountByte(byte: number | undefined): boolean {
  return byte === PLUS || byte === MINUS || byte === TILDE || isDigit(byte);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9;
}
