import { nesting } from "./layout.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/**
 * Change of angle-bracket depth at `token`. A comparison has a blank before its `<`, type arguments have none;
 * the `>` of `>=` closes where one is open (`Vec<Int>= x`).
 */
export function angleNesting(tokens: Tokens, token: number, angles: number): number {
  switch (tokens.kind(token)) {
    case TOKEN.less:
      return tokens.kind(token - 1) !== TOKEN.newline && tokens.touchesNext(token - 1) ? 1 : 0;
    case TOKEN.greater:
    case TOKEN.greaterEqual:
      return angles > 0 ? -1 : 0;
    default:
      return 0;
  }
}

/**
 * First tokens of the parameters declared between `from`, behind the name, and `end`, the end of the head.
 * Commas in defaults, in type arguments and in function types separate nothing; a bare `...` is no parameter.
 */
export function findParameters(tokens: Tokens, from: number, end: number): readonly number[] {
  const parameters: number[] = [];
  let depth = 0;
  let angles = 0;
  for (let at = skipTypeParameters(tokens, from, end); at < end; at++) {
    const kind = tokens.kind(at);
    if (depth === 0 && kind !== TOKEN.openRound) {
      return parameters;
    }
    const isSeparator = depth === 1 && angles <= 0 && kind === TOKEN.comma;
    const startsParameter = depth === 0 || isSeparator;
    depth += nesting(kind);
    angles += angleNesting(tokens, at, angles);
    const next = tokens.kind(at + 1) === TOKEN.newline ? at + 2 : at + 1;
    if (startsParameter && isParameter(tokens, next)) {
      parameters.push(next);
    }
    if (depth === 0) {
      return parameters;
    }
  }
  return parameters;
}

function isParameter(tokens: Tokens, token: number): boolean {
  const kind = tokens.kind(token);
  return kind !== TOKEN.closeRound && !(kind === TOKEN.operator && tokens.textOf(token) === "...");
}

/** The token behind `<T: Ord, U>`, or `from` where there is none. */
export function skipTypeParameters(tokens: Tokens, from: number, end: number): number {
  let angles = 0;
  for (let at = from; at < end; at++) {
    angles += angleNesting(tokens, at, angles);
    if (angles === 0) {
      return at === from ? from : at + 1;
    }
  }
  return from;
}
