// What line ends and indentation say about statements.
import { TOKEN, type Tokens } from "./tokens.ts";

/** Looking ahead stops here: code that needs more is damaged, and the answer a guess. */
const LOOK_AHEAD = 400;

/** True when the line end at `newline` does not end the statement: an operator wants, or brings, an operand. */
export function isContinued(tokens: Tokens, newline: number): boolean {
  return wantsOperand(tokens.kind(newline - 1)) || bringsOperand(tokens.kind(newline + 1));
}

function wantsOperand(kind: number): boolean {
  switch (kind) {
    case TOKEN.comma:
    case TOKEN.dot:
    case TOKEN.doubleColon:
    case TOKEN.chain:
    case TOKEN.assign:
    case TOKEN.equals:
    case TOKEN.less:
    case TOKEN.greaterEqual:
    case TOKEN.pipe:
    case TOKEN.operator:
    case TOKEN.infixWord:
      return true;
    default:
      return false;
  }
}

function bringsOperand(kind: number): boolean {
  return kind === TOKEN.dot || kind === TOKEN.chain || kind === TOKEN.pipe || kind === TOKEN.infixWord;
}

/** True when the line after the statement that `from` stands in is indented deeper than `indent`. */
export function isFollowedByDeeperLine(tokens: Tokens, from: number, indent: number): boolean {
  let depth = 0;
  for (let at = from; at < from + LOOK_AHEAD && at < tokens.count; at++) {
    const kind = tokens.kind(at);
    depth += nesting(kind);
    if (kind === TOKEN.newline && depth <= 0 && !isContinued(tokens, at)) {
      return at + 1 < tokens.count && tokens.column(at + 1) > indent;
    }
  }
  return false;
}

/** +1 for an opening bracket, -1 for a closing one. */
export function nesting(kind: number): number {
  if (kind >= TOKEN.openRound && kind <= TOKEN.openBrace) {
    return 1;
  }
  return kind >= TOKEN.closeRound && kind <= TOKEN.closeBrace ? -1 : 0;
}

/** True when an `else` stands on the line of `from`, behind it. */
export function hasElseOnLine(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + LOOK_AHEAD && tokens.kind(at) !== TOKEN.newline; at++) {
    if (tokens.kind(at) === TOKEN.else) {
      return true;
    }
  }
  return false;
}

/** The last token before `at` that is no line end. */
export function lastBefore(tokens: Tokens, at: number): number {
  return tokens.kind(at - 1) === TOKEN.newline ? at - 2 : at - 1;
}
