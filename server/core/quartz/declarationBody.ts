import type { Head } from "./head.ts";
import type { StackedBlock } from "./openBlocks.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/**
 * Whether a body follows the head. Only `extern "C" def` and the signatures of a trait leave the question open;
 * a deeper line, or an `end` in the head's own column, answers it.
 */
export function hasBody(tokens: Tokens, head: Head, owner: StackedBlock | undefined): boolean {
  if (head.kind === "type" || head.kind === "newtype") {
    return tokens.kind(head.end) === TOKEN.assign;
  }
  const isSignature = head.kind === "function" && owner?.declaration?.kind === "trait";
  if (head.kind !== "extern" && !isSignature) {
    return true;
  }
  switch (tokens.kind(head.end)) {
    case TOKEN.newline:
      return isBodyLine(tokens, head.end + 1, head.indent, owner);
    case TOKEN.semicolon:
      return tokens.kind(head.end + 1) === TOKEN.newline
        ? isBodyLine(tokens, head.end + 2, head.indent, owner)
        : isBodyOnLine(tokens.kind(head.end + 1), isSignature);
    case TOKEN.none:
      return false;
    case TOKEN.end:
      return !isSignature;
    default:
      return true;
  }
}

function isBodyLine(tokens: Tokens, token: number, indent: number, owner: StackedBlock | undefined): boolean {
  if (token >= tokens.count) {
    return false;
  }
  const column = tokens.column(token);
  const isOwnEnd = tokens.kind(token) === TOKEN.end && column === indent && indent > (owner?.indent ?? -1);
  return column > indent || isOwnEnd;
}

function isBodyOnLine(kind: number, isSignature: boolean): boolean {
  return kind < TOKEN.def && kind !== TOKEN.none && !(isSignature && kind === TOKEN.end);
}
