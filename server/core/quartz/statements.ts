// Runs of tokens at one level of nesting.
import type { Syntax } from "./blocks.ts";
import { isContinued } from "./layout.ts";
import { TOKEN } from "./tokens.ts";

/** Tokens from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Last token of the block or bracket that `at` opens, all clauses included; `at` itself if it opens none. */
export function lastOfNested({ tokens, partners }: Syntax, at: number): number {
  let last = at;
  let next = partners[at] ?? 0;
  while (next > last) {
    last = next;
    const kind = tokens.kind(last);
    next = kind === TOKEN.elsif || kind === TOKEN.else ? (partners[last] ?? 0) : 0;
  }
  return last;
}

/** The token that ends the statement which `from` is in, at most `limit`: a line end, a `;`. */
export function statementEnd(syntax: Syntax, from: number, limit: number): number {
  const { tokens } = syntax;
  for (let at = from; at < limit; at = lastOfNested(syntax, at) + 1) {
    const kind = tokens.kind(at);
    if (kind === TOKEN.semicolon || (kind === TOKEN.newline && !isContinued(tokens, at))) {
      return at;
    }
  }
  return limit;
}

/** The statements of a body; nested blocks are part of the statement that opens them. */
export function splitStatements(syntax: Syntax, body: Span): readonly Span[] {
  const statements: Span[] = [];
  for (let start = body.start; start < body.end; ) {
    const end = statementEnd(syntax, start, body.end);
    if (end > start) {
      statements.push({ start, end });
    }
    start = end + 1;
  }
  return statements;
}

/** The first token of `kind` in the span that is in no bracket or block; -1 if there is none. */
export function findAtLevel(syntax: Syntax, span: Span, kind: number): number {
  for (let at = span.start; at < span.end; at = lastOfNested(syntax, at) + 1) {
    if (syntax.tokens.kind(at) === kind) {
      return at;
    }
  }
  return -1;
}

/** The inside of a body that is one pair of braces, else the body. */
export function insideBraces({ tokens, partners }: Syntax, body: Span): Span {
  const start = tokens.kind(body.start) === TOKEN.newline ? body.start + 1 : body.start;
  const end = tokens.kind(body.end - 1) === TOKEN.newline ? body.end - 1 : body.end;
  const isBraced = tokens.kind(start) === TOKEN.openBrace && partners[start] === end - 1;
  return isBraced ? { start: start + 1, end: end - 1 } : body;
}

/** Lines of code in a body, nested blocks included; a call over several lines is one. */
export function countLines({ tokens, partners }: Syntax, body: Span): number {
  let lines = 0;
  for (let at = body.start; at < body.end; at++) {
    const kind = tokens.kind(at);
    if (kind === TOKEN.openRound || kind === TOKEN.openSquare) {
      at = Math.max(at, partners[at] ?? 0);
    }
    const ends = kind === TOKEN.newline || kind === TOKEN.semicolon;
    lines += !ends && isLineEnd(tokens.kind(at + 1), at + 1, body.end) ? 1 : 0;
  }
  return lines;
}

function isLineEnd(kind: number, at: number, end: number): boolean {
  return at >= end || kind === TOKEN.newline || kind === TOKEN.semicolon;
}
