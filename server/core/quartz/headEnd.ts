import { isContinued, nesting } from "./layout.ts";
import { angleNesting } from "./parameters.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/**
 * The token behind a declaration's head that starts at `from`: a line end, `;`, the `=` of an endless body, the `{`
 * or `do` of a body, or the `end` of an empty one. A head whose bracket is never closed ends with its first line.
 */
export function findHeadEnd(tokens: Tokens, from: number, indent: number): number {
  let depth = 0;
  let angles = 0;
  for (let at = from; at < tokens.count; at++) {
    const kind = tokens.kind(at);
    if (kind === TOKEN.newline) {
      if (depth <= 0 && !isContinued(tokens, at)) {
        return at;
      }
      if (depth > 0 && breaksOff(tokens, at + 1, indent)) {
        return firstLineEnd(tokens, from);
      }
      continue;
    }
    if (depth <= 0 && endsHead(tokens, at, angles)) {
      return at;
    }
    depth += nesting(kind);
    angles += angleNesting(tokens, at, angles);
  }
  return depth > 0 ? firstLineEnd(tokens, from) : tokens.count;
}

function endsHead(tokens: Tokens, at: number, angles: number): boolean {
  switch (tokens.kind(at)) {
    case TOKEN.semicolon:
    case TOKEN.do:
    case TOKEN.end:
      return true;
    case TOKEN.assign:
      return angles <= 0;
    case TOKEN.greaterEqual:
      return angles === 1;
    case TOKEN.openBrace:
      return !isTypePosition(tokens.kind(at - 1));
    default:
      return false;
  }
}

/** `def f(): { x: Int }` returns a record; any other brace opens the body. */
function isTypePosition(previous: number): boolean {
  switch (previous) {
    case TOKEN.colon:
    case TOKEN.comma:
    case TOKEN.less:
    case TOKEN.pipe:
    case TOKEN.arrow:
    case TOKEN.operator:
      return true;
    default:
      return false;
  }
}

/** True when the line that starts with `token` cannot be inside the brackets of a head at `indent`. */
function breaksOff(tokens: Tokens, token: number, indent: number): boolean {
  const kind = tokens.kind(token);
  const startsDeclaration = kind === TOKEN.def || kind === TOKEN.end || kind === TOKEN.extern;
  return startsDeclaration || (tokens.column(token) <= indent && nesting(kind) >= 0);
}

function firstLineEnd(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.count && tokens.kind(at) !== TOKEN.newline) {
    at++;
  }
  return at;
}
