/** A place in a text: 0-based line, 0-based character in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. Assignable to LSP's Range as it is. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Lines of a range, both included. */
export function lineCount(range: Range): number {
  return range.end.line - range.start.line + 1;
}

/** True when `line` (0-based) touches the range. */
export function containsLine(range: Range, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}
