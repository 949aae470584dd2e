// The short way for lines that come by the million: `[mem-fn]` and `[kind N]` lines just as the compiler prints them.
// It reads nothing that the long way (LineReader.line) would read otherwise; it only declines more.
import {
  CAPITAL_B,
  CAPITAL_M,
  CLOSE_BRACKET,
  COLON,
  CR,
  DIGIT_0,
  LF,
  MINUS,
  OPEN_BRACKET,
  PLUS,
  SLASH,
  SPACE,
} from "./bytes.ts";
import { MAX_LINE_BYTES } from "./lineCarry.ts";
import { TAG_LENGTHS } from "./tags.ts";
import { endsName, HASH_OF_NOTHING, hashOn, type ViewOf, wordOf } from "./words.ts";

/** Neither it nor what lies above it is plain text. */
const DELETE = 0x7f;

/** Digits that are read here: no such number is unsafe, in MB or as a count. */
const MAX_DIGITS = 9;

/** Where a line did not go on as expected. */
const DECLINED = -1;

const MEM = wordOf("[mem");
const FN = wordOf("-fn]");
const KIN = wordOf("[kin");
const D = 0x64;

/** Fewer bytes hold no such line. */
const SHORTEST = 16;

/** One object for all lines: what it holds is the line read last. */
export class FrequentLine {
  isFunction = false;
  /** Signed whole MB. */
  megabytes = 0;
  nameFrom = 0;
  nameTo = 0;
  nameHash = 0;
  /** As printed, of a kind line. */
  kindNumber = 0;
  count = 0;
  /** Where the next line begins. */
  next = 0;
  #value = 0;
  readonly #view: ViewOf;

  constructor(view: ViewOf) {
    this.#view = view;
  }

  /** False when the line is of another kind, is not finished, or needs a closer look. */
  read(bytes: Uint8Array, start: number): boolean {
    if (start + SHORTEST > bytes.length) {
      return false;
    }
    const view = this.#view.of(bytes);
    const tag = view.getInt32(start, true);
    let end = DECLINED;
    if (tag === MEM && view.getInt32(start + 4, true) === FN) {
      this.isFunction = true;
      end = this.#function(bytes, view, start + TAG_LENGTHS.function);
    } else if (tag === KIN && bytes[start + 4] === D && bytes[start + 5] === SPACE) {
      this.isFunction = false;
      end = this.#kind(bytes, start + TAG_LENGTHS.kind);
    }
    this.next = end + 1;
    return end !== DECLINED && end - start < MAX_LINE_BYTES;
  }

  /** ` +93  MB: name` */
  #function(bytes: Uint8Array, view: DataView, from: number): number {
    const at = this.#amount(bytes, from);
    if (at === DECLINED || bytes[at] !== COLON || bytes[at + 1] !== SPACE) {
      return DECLINED;
    }
    this.nameFrom = at + 2;
    return this.#name(bytes, view, at + 2);
  }

  /** A name without blank or bracket, up to the line end; hashed on the way. */
  #name(bytes: Uint8Array, view: DataView, from: number): number {
    let hash = HASH_OF_NOTHING;
    let at = from;
    for (const last = bytes.length - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      if (endsName(word)) {
        break;
      }
      hash = hashOn(hash, word);
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= SPACE || byte === OPEN_BRACKET || byte >= DELETE) {
        break;
      }
      hash = hashOn(hash, byte);
    }
    this.nameTo = at;
    this.nameHash = hash;
    return at === from ? DECLINED : lineEnd(bytes, at);
  }

  /** ` 1009] +5764 MB / 69186 stmts` */
  #kind(bytes: Uint8Array, from: number): number {
    const numberEnd = this.#digits(bytes, from + 1);
    this.kindNumber = this.#value;
    if (numberEnd === DECLINED || bytes[numberEnd] !== CLOSE_BRACKET) {
      return DECLINED;
    }
    const at = this.#amount(bytes, numberEnd + 1);
    if (at === DECLINED || bytes[at] !== SPACE || bytes[at + 1] !== SLASH || bytes[at + 2] !== SPACE) {
      return DECLINED;
    }
    const countEnd = this.#digits(bytes, at + 3);
    this.count = this.#value;
    if (countEnd === DECLINED || bytes[countEnd] !== SPACE) {
      return DECLINED;
    }
    let wordEnd = countEnd + 1;
    while (wordEnd < bytes.length && (bytes[wordEnd] ?? 0) > OPEN_BRACKET) {
      wordEnd++;
    }
    return lineEnd(bytes, wordEnd);
  }

  /** ` +93  MB` */
  #amount(bytes: Uint8Array, from: number): number {
    const sign = bytes[from + 1];
    if (bytes[from] !== SPACE || (sign !== PLUS && sign !== MINUS)) {
      return DECLINED;
    }
    let at = this.#digits(bytes, from + 2);
    if (at === DECLINED) {
      return DECLINED;
    }
    // Not −value: that would make −0 of 0.
    this.megabytes = sign === PLUS ? this.#value : 0 - this.#value;
    while (bytes[at] === SPACE) {
      at++;
    }
    return bytes[at] === CAPITAL_M && bytes[at + 1] === CAPITAL_B ? at + 2 : DECLINED;
  }

  #digits(bytes: Uint8Array, from: number): number {
    let value = 0;
    let at = from;
    for (; at < bytes.length; at++) {
      const digit = (bytes[at] ?? 0) - DIGIT_0;
      if (digit < 0 || digit > 9) {
        break;
      }
      // Digits beyond the tenth are not added, so that the number stays a small one.
      value = at - from > MAX_DIGITS ? value : value * 10 + digit;
    }
    this.#value = value;
    return at === from || at - from > MAX_DIGITS ? DECLINED : at;
  }
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes[at] === CR ? at + 1 : at;
  return end < bytes.length && bytes[end] === LF ? end : DECLINED;
}
