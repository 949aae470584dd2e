// From tokens to places in the text.
import type { Position, Range } from "../base/range.ts";
import type { Tokens } from "./tokens.ts";

/** Where the first token starts up to where the last one ends. */
export function rangeOf(tokens: Tokens, first: number, last: number): Range {
  return { start: startOf(tokens, first), end: endOf(tokens, last) };
}

function startOf(tokens: Tokens, token: number): Position {
  return { line: tokens.line(token), character: tokens.column(token) };
}

function endOf(tokens: Tokens, token: number): Position {
  const offset = tokens.end(token);
  // Only strings cross lines, so the walk is as long as the string.
  let line = tokens.line(token);
  while ((tokens.lineStarts[line + 1] ?? offset + 1) <= offset) {
    line++;
  }
  return { line, character: offset - (tokens.lineStarts[line] ?? 0) };
}
