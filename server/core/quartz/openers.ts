// Whether a word that can open a block does so where it stands.
import { hasElseOnLine, isFollowedByDeeperLine } from "./layout.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Where a word stands. */
export interface Spot {
  readonly token: number;
  /** First of its statement, attributes aside. */
  readonly startsStatement: boolean;
  /** Column of the first token of its line. */
  readonly lineIndent: number;
}

/**
 * `x = if a` and `if a` open; `return 0 if a`, `n for n in xs` and `x.match` do not. `return if a` is both a guard
 * and the start of an expression: a deeper line after it, or an `else` beside it, tells.
 */
export function opensBlock(tokens: Tokens, spot: Spot): boolean {
  const { token, startsStatement, lineIndent } = spot;
  switch (tokens.kind(token)) {
    case TOKEN.match:
      return !isUsedAsName(tokens, token);
    case TOKEN.maybeBlock:
      return (
        startsStatement &&
        !isUsedAsName(tokens, token) &&
        isFollowedByDeeperLine(tokens, token + 1, lineIndent)
      );
    default:
      break;
  }
  const previous = tokens.kind(token - 1) === TOKEN.newline ? tokens.kind(token - 2) : tokens.kind(token - 1);
  if (startsStatement) {
    return true;
  }
  if (previous === TOKEN.return) {
    return isFollowedByDeeperLine(tokens, token + 1, lineIndent) || hasElseOnLine(tokens, token);
  }
  return !endsOperand(previous);
}

function isUsedAsName(tokens: Tokens, token: number): boolean {
  switch (tokens.kind(token + 1)) {
    case TOKEN.assign:
    case TOKEN.dot:
    case TOKEN.doubleColon:
    case TOKEN.comma:
    case TOKEN.colon:
    case TOKEN.closeRound:
    case TOKEN.closeSquare:
    case TOKEN.closeBrace:
      return true;
    default:
      return false;
  }
}

/** Kinds after which `if`, `while` and `for` can only be a guard or a comprehension. */
function endsOperand(kind: number): boolean {
  switch (kind) {
    case TOKEN.question:
    case TOKEN.bang:
    case TOKEN.end:
    case TOKEN.jump:
    case TOKEN.maybeBlock:
      return true;
    default:
      return (
        (kind >= TOKEN.name && kind <= TOKEN.attribute) ||
        (kind >= TOKEN.closeRound && kind <= TOKEN.closeBrace) ||
        // A variable may be called `type` or `var`.
        kind >= TOKEN.def
      );
  }
}

/** The words that `opensBlock` is asked about. */
export function mayOpen(kind: number): boolean {
  return (kind >= TOKEN.if && kind <= TOKEN.match) || kind === TOKEN.maybeBlock;
}

/** Words that start a statement and cannot stand in an expression's brackets, left of where these opened. */
export function startsAnew(kind: number): boolean {
  switch (kind) {
    case TOKEN.end:
    case TOKEN.if:
    case TOKEN.elsif:
    case TOKEN.else:
    case TOKEN.while:
    case TOKEN.match:
    case TOKEN.return:
    case TOKEN.attribute:
      return true;
    default:
      return kind >= TOKEN.def && kind !== TOKEN.type;
  }
}
