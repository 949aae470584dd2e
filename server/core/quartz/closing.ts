// What closing tokens do to the blocks that are open.
import { blockOfClause, blockOfInlineEnd, blockOfLineEnd, bracketOf } from "./matching.ts";
import type { OpenBlocks } from "./openBlocks.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Ends the endless definitions whose statement ends before `at`. */
export function closeEndless(open: OpenBlocks, at: number): void {
  while (open.top?.shape === "endless") {
    open.closeEndless(at);
  }
}

/** Reads a closing bracket. */
export function closeBracket(open: OpenBlocks, tokens: Tokens, at: number): void {
  closeEndless(open, at);
  const depth = bracketOf(open, tokens.kind(at) === TOKEN.closeBrace, columnAtLineStart(tokens, at));
  if (depth >= 0) {
    open.closeWith(depth, at);
  }
}

/** Reads an `end`. */
export function closeBlock(open: OpenBlocks, tokens: Tokens, at: number): void {
  closeEndless(open, at);
  const column = columnAtLineStart(tokens, at);
  const depth = column === undefined ? blockOfInlineEnd(open) : blockOfLineEnd(open, column);
  if (depth >= 0) {
    open.closeWith(depth, at);
  }
}

/** Reads an `elsif` or `else`. */
export function startClause(open: OpenBlocks, tokens: Tokens, at: number): void {
  const depth = blockOfClause(open, columnAtLineStart(tokens, at));
  if (depth >= 0) {
    open.startClause(depth, at);
  }
}

/** Gives up the brackets whose line is not left of `column`, where a statement starts that cannot be in them. */
export function dropDeadBrackets(open: OpenBlocks, at: number, column: number): void {
  while (open.top?.shape === "bracket" && column <= open.top.indent) {
    open.closeBefore(open.depth - 1, at);
  }
}

function columnAtLineStart(tokens: Tokens, at: number): number | undefined {
  return at === 0 || tokens.kind(at - 1) === TOKEN.newline ? tokens.column(at) : undefined;
}
