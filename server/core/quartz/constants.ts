// `const NODE_CALL = 9`, `const NODE_CALL: Int = 9`, and the older functions: `def NODE_CALL(): Int = 9`.
import { isKindName } from "./kindTests.ts";
import type { NodeConstant } from "./source.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Names starting with `NODE_` that the file gives a whole number, in source order. */
export function readConstants(tokens: Tokens): readonly NodeConstant[] {
  const constants: NodeConstant[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind(at);
    if ((kind === TOKEN.const || kind === TOKEN.def) && isKindName(tokens, at + 1)) {
      const value = valueBehind(tokens, at + 2);
      if (value !== undefined) {
        constants.push({ name: tokens.textOf(at + 1), value });
      }
    }
  }
  return constants;
}

/** The number that is all there is behind `()` and the type: `= 9`, or a body of `9` or `return 9`. */
function valueBehind(tokens: Tokens, from: number): number | undefined {
  let at = from;
  if (tokens.kind(at) === TOKEN.openRound && tokens.kind(at + 1) === TOKEN.closeRound) {
    at += 2;
  }
  if (tokens.kind(at) === TOKEN.colon && tokens.kind(at + 1) === TOKEN.name) {
    at += 2;
  }
  const opener = tokens.kind(at);
  if (opener !== TOKEN.assign && opener !== TOKEN.newline && opener !== TOKEN.semicolon) {
    return undefined;
  }
  const number = tokens.kind(at + 1) === TOKEN.return ? at + 2 : at + 1;
  if (tokens.kind(number) !== TOKEN.number || !endsStatement(tokens.kind(number + 1))) {
    return undefined;
  }
  const value = Number(tokens.textOf(number).replaceAll("_", ""));
  return Number.isSafeInteger(value) ? value : undefined;
}

function endsStatement(kind: number): boolean {
  return kind === TOKEN.newline || kind === TOKEN.semicolon || kind === TOKEN.end || kind === TOKEN.none;
}
