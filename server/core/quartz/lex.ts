import { bytes8, Column, words32 } from "../base/column.ts";
import {
  APOSTROPHE,
  COLON,
  DOT,
  HASH,
  isBlank,
  isDigit,
  isLineEnd,
  isNameStart,
  QUESTION,
  QUOTE,
  skipName,
} from "./characters.ts";
import { wordKind } from "./keywords.ts";
import { skipCharacter } from "./lexCharacter.ts";
import { operatorAt } from "./lexOperator.ts";
import { skipString } from "./lexString.ts";
import { findLineStarts } from "./lines.ts";
import { TOKEN, type TokenKind, Tokens } from "./tokens.ts";

const AT = 64;
const DOLLAR = 36;
/** Source characters per token, on the low side: an estimate that is too high only costs a copy. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * `.qz` text as tokens. Takes any text, in time linear to its length, and never throws: bytes that mean
 * nothing become operators. Comments and blanks leave no token; a string is one, holes included.
 */
export function lex(text: string): Tokens {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #kinds: Column<Uint8Array>;
  readonly #starts: Column<Uint32Array>;
  readonly #ends: Column<Uint32Array>;
  readonly #lines: Column<Uint32Array>;
  readonly #lineStarts: Uint32Array;
  #line = 0;
  #previous: TokenKind = TOKEN.newline;

  constructor(text: string) {
    const capacity = 64 + Math.floor(text.length / CHARACTERS_PER_TOKEN);
    this.#text = text;
    this.#kinds = new Column(bytes8, capacity);
    this.#starts = new Column(words32, capacity);
    this.#ends = new Column(words32, capacity);
    this.#lines = new Column(words32, capacity);
    this.#lineStarts = findLineStarts(text);
  }

  run(): Tokens {
    let at = 0;
    while (at < this.#text.length) {
      at = this.#step(at, this.#text.charCodeAt(at));
    }
    return new Tokens({
      text: this.#text,
      kinds: this.#kinds.view(),
      starts: this.#starts.view(),
      ends: this.#ends.view(),
      lines: this.#lines.view(),
      lineStarts: this.#lineStarts,
    });
  }

  /** Reads what stands at `at` and returns the offset behind it. */
  #step(at: number, code: number): number {
    if (isBlank(code)) {
      return at + 1;
    }
    if (isNameStart(code)) {
      return this.#word(at);
    }
    if (isLineEnd(code)) {
      // One token for any number of line ends, so that the one before a token tells that it starts a line.
      return this.#previous === TOKEN.newline ? at + 1 : this.#push(TOKEN.newline, at, at + 1);
    }
    if (isDigit(code)) {
      return this.#push(TOKEN.number, at, skipNumber(this.#text, at));
    }
    switch (code) {
      case HASH:
        return skipComment(this.#text, at);
      case QUOTE:
        return this.#push(TOKEN.string, at, skipString(this.#text, at));
      case APOSTROPHE:
        return this.#character(at);
      case AT:
        return this.#sigil(TOKEN.attribute, at);
      case DOLLAR:
        return this.#sigil(TOKEN.macroCall, at);
      case COLON:
        return isSymbol(this.#text, at) ? this.#sigil(TOKEN.symbol, at) : this.#operator(at);
      default:
        return this.#operator(at);
    }
  }

  #push(kind: TokenKind, start: number, end: number): number {
    while ((this.#lineStarts[this.#line + 1] ?? Number.POSITIVE_INFINITY) <= start) {
      this.#line++;
    }
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#lines.push(this.#line);
    this.#previous = kind;
    return end;
  }

  #word(start: number): number {
    const end = skipName(this.#text, start);
    const kind = this.#isPlainWord(end) ? TOKEN.name : wordKind(this.#text, start, end);
    return this.#push(kind, start, kind === TOKEN.name ? skipMark(this.#text, end) : end);
  }

  /** After a dot, `::` or `def`, and before the colon of a named argument or field, a keyword is a name. */
  #isPlainWord(end: number): boolean {
    switch (this.#previous) {
      case TOKEN.dot:
      case TOKEN.doubleColon:
      case TOKEN.def:
        return true;
      default:
        return this.#text.charCodeAt(end) === COLON && this.#text.charCodeAt(end + 1) !== COLON;
    }
  }

  #sigil(kind: TokenKind, start: number): number {
    const end = skipName(this.#text, start + 1);
    return this.#push(end === start + 1 ? TOKEN.operator : kind, start, skipMark(this.#text, end));
  }

  #character(start: number): number {
    const end = skipCharacter(this.#text, start);
    return end === start ? this.#operator(start) : this.#push(TOKEN.character, start, end);
  }

  #operator(start: number): number {
    const operator = operatorAt(this.#text, start);
    return this.#push(operator.kind, start, start + operator.spelling.length);
  }
}

/** `empty?` is a name; in `opt?.size` and `opt ?? 0` the mark is an operator. */
function skipMark(text: string, end: number): number {
  if (text.charCodeAt(end) !== QUESTION) {
    return end;
  }
  const next = text.charCodeAt(end + 1);
  return next === QUESTION || next === DOT ? end : end + 1;
}

/** `:name` where a value may start; behind a name or a closing bracket it is a type without its blank. */
function isSymbol(text: string, at: number): boolean {
  return isNameStart(text.charCodeAt(at + 1)) && !/[\w)\]}>"'?:]/.test(text[at - 1] ?? " ");
}

/** `0x48`, `3.14`, `1_000`; in `0..10` and `1.abs` the dot is not part of the number. */
function skipNumber(text: string, at: number): number {
  const end = skipName(text, at);
  const isFraction = text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1));
  return isFraction ? skipName(text, end + 1) : end;
}

function skipComment(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) {
    end++;
  }
  return end;
}
