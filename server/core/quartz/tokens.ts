// Token kinds, and the table of tokens that every later stage reads.

/** Kinds with an identity of their own are those that a later stage asks for; the rest share one. */
export const TOKEN = {
  none: 0,
  /** A line end outside strings; several in a row, with blanks and comments between, are one. */
  newline: 1,
  semicolon: 2,
  name: 3,
  number: 4,
  string: 5,
  character: 6,
  symbol: 7,
  macroCall: 8,
  attribute: 9,
  openRound: 10,
  openSquare: 11,
  openBrace: 12,
  closeRound: 13,
  closeSquare: 14,
  closeBrace: 15,
  comma: 16,
  colon: 17,
  doubleColon: 18,
  /** `.` and `?.` */
  dot: 19,
  /** `|>`, `??` */
  chain: 20,
  question: 21,
  bang: 22,
  assign: 23,
  equals: 24,
  arrow: 25,
  fatArrow: 26,
  less: 27,
  greater: 28,
  greaterEqual: 29,
  pipe: 30,
  /** Any other operator, and any byte that means nothing. */
  operator: 31,
  /** `and`, `or`, `in`, `is`, `as` */
  infixWord: 32,
  /** `not`, `await`, `go`, `async`, `defer`, `then` */
  prefixWord: 33,
  end: 40,
  if: 41,
  elsif: 42,
  else: 43,
  while: 44,
  for: 45,
  match: 46,
  do: 47,
  return: 48,
  /** `break`, `continue` */
  jump: 49,
  /** `unless`, `loop`, `select` …: not seen in Quartz, and names as often as not. */
  maybeBlock: 50,
  def: 60,
  struct: 61,
  enum: 62,
  trait: 63,
  impl: 64,
  extend: 65,
  type: 66,
  newtype: 67,
  macro: 68,
  extern: 69,
  packed: 70,
  private: 71,
  const: 72,
  var: 73,
  import: 74,
} as const;

export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** What the lexer hands over. */
export interface TokenColumns {
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Line on which the token starts. */
  readonly lines: Uint32Array;
  readonly lineStarts: Uint32Array;
}

/** Tokens by index. Beyond either end lies a token of kind `none`, so that looking ahead needs no test. */
export class Tokens {
  readonly text: string;
  readonly count: number;
  readonly lineStarts: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #lines: Uint32Array;

  constructor(columns: TokenColumns) {
    this.text = columns.text;
    this.count = columns.kinds.length;
    this.lineStarts = columns.lineStarts;
    this.#kinds = columns.kinds;
    this.#starts = columns.starts;
    this.#ends = columns.ends;
    this.#lines = columns.lines;
  }

  kind(token: number): number {
    return this.#kinds[token] ?? TOKEN.none;
  }

  start(token: number): number {
    return this.#starts[token] ?? this.text.length;
  }

  end(token: number): number {
    return this.#ends[token] ?? this.text.length;
  }

  line(token: number): number {
    return this.#lines[token] ?? 0;
  }

  /** Character in its line at which the token starts. */
  column(token: number): number {
    return this.start(token) - (this.lineStarts[this.line(token)] ?? 0);
  }

  textOf(token: number): string {
    return this.text.slice(this.start(token), this.end(token));
  }

  /** True when nothing, not even a blank, stands between the token and the one after it. */
  touchesNext(token: number): boolean {
    return this.end(token) === this.start(token + 1);
  }
}
