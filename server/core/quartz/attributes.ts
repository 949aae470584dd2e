import { TOKEN, type Tokens } from "./tokens.ts";

/** The token behind an attribute and its arguments, `@cfg(feature: "wasm")`, if these end on its line. */
export function skipAttribute(tokens: Tokens, attribute: number): number {
  if (tokens.kind(attribute + 1) !== TOKEN.openRound || !tokens.touchesNext(attribute)) {
    return attribute + 1;
  }
  let depth = 0;
  for (let at = attribute + 1; at < tokens.count && tokens.kind(at) !== TOKEN.newline; at++) {
    if (tokens.kind(at) === TOKEN.openRound) {
      depth++;
    } else if (tokens.kind(at) === TOKEN.closeRound) {
      depth--;
    }
    if (depth === 0) {
      return at + 1;
    }
  }
  return attribute + 1;
}
