// Which open block a closing token closes. Keywords are counted; indentation is the second witness, so that a
// missing or surplus `end` costs the function it is in and no other.
import { isCallable } from "./declaration.ts";
import type { OpenBlocks, StackedBlock } from "./openBlocks.ts";

/** Blocks are looked for this far down the stack: deeper nesting is damage, and to look on would cost its square. */
const MAX_STEPS = 256;

/** Depth of the block that an `end` at the start of a line, in `column`, closes; -1 for a surplus one. */
export function blockOfLineEnd(open: OpenBlocks, column: number): number {
  const found = findByIndent(open, column, () => true);
  if (found >= 0) {
    return found;
  }
  const nearest = nearestBlock(open);
  const block = open.at(nearest);
  // Nothing starts in this column. Statements may be indented anyhow, so count; but a declaration whose body is
  // indented is only closed in its own column or left of it.
  const isSurplus = block?.declaration !== undefined && block.indented === true && block.indent < column;
  return isSurplus ? -1 : nearest;
}

/** Depth of the block that an `end` behind other tokens of its line closes; -1 for a surplus one. */
export function blockOfInlineEnd(open: OpenBlocks): number {
  const top = open.top;
  if (top === undefined || top.shape === "bracket") {
    return -1;
  }
  return top.declaration !== undefined && top.indented === true ? -1 : open.depth - 1;
}

/** Depth of the block that an `elsif` or `else` continues; -1 if there is none. `column` if it starts a line. */
export function blockOfClause(open: OpenBlocks, column: number | undefined): number {
  const found = column === undefined ? -1 : findByIndent(open, column, (block) => block.shape === "branches");
  if (found >= 0) {
    return found;
  }
  const nearest = nearestBlock(open);
  return open.at(nearest)?.shape === "branches" ? nearest : -1;
}

/**
 * Depth from which blocks cannot go on when a declaration starts a line in `column`: they are not indented less.
 * Where indentation says nothing, since a body is not indented at all, only functions and data types end there.
 */
export function depthAtDeclaration(open: OpenBlocks, column: number): number {
  let depth = open.depth;
  for (let at = open.depth - 1; at >= 0 && at >= open.depth - MAX_STEPS; at--) {
    const block = open.at(at);
    if (block === undefined || (block.shape !== "bracket" && leftmost(block) < column)) {
      break;
    }
    if (block.shape === "bracket" || block.indented !== false || endsAtDeclaration(block)) {
      depth = at;
    }
  }
  return depth;
}

function endsAtDeclaration(block: StackedBlock): boolean {
  const kind = block.declaration?.kind;
  return kind !== undefined && (isCallable(kind) || kind === "struct" || kind === "enum");
}

/** Depth of the bracket that a closing bracket closes, -1 for a surplus one. A wrong kind of bracket still closes. */
export function bracketOf(open: OpenBlocks, isBrace: boolean, column: number | undefined): number {
  const wanted = isBrace ? "brace" : "bracket";
  for (let depth = open.depth - 1, steps = 0; depth >= 0 && steps < MAX_STEPS; depth--, steps++) {
    const block = open.at(depth);
    if (block?.shape === wanted || (steps === 0 && isBracket(block))) {
      return depth;
    }
    // Inside an unclosed function only a brace at the start of a line, left of it, can mean what is outside.
    const isOutside = column !== undefined && isBrace && column <= (block?.indent ?? 0);
    if (block?.declaration !== undefined && !isOutside) {
      return -1;
    }
  }
  return -1;
}

function findByIndent(open: OpenBlocks, column: number, accepts: (block: StackedBlock) => boolean): number {
  for (let depth = open.depth - 1, steps = 0; depth >= 0 && steps < MAX_STEPS; depth--, steps++) {
    const block = open.at(depth);
    if (block === undefined || isBracket(block)) {
      continue;
    }
    if ((block.indent === column || block.statementIndent === column) && accepts(block)) {
      return depth;
    }
    if (leftmost(block) < column) {
      return -1;
    }
  }
  return -1;
}

function nearestBlock(open: OpenBlocks): number {
  let depth = open.depth - 1;
  for (let steps = 0; depth >= 0 && isBracket(open.at(depth)); steps++) {
    if (steps === MAX_STEPS) {
      return -1;
    }
    depth--;
  }
  return depth;
}

function isBracket(block: StackedBlock | undefined): boolean {
  return block?.shape === "bracket" || block?.shape === "brace";
}

function leftmost(block: StackedBlock): number {
  return Math.min(block.indent, block.statementIndent);
}
