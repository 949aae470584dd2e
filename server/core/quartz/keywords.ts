import { TOKEN, type TokenKind } from "./tokens.ts";

/** Words with a kind of their own. `self`, `nil`, `from`, `where` and the like are plain names to this reader. */
const KEYWORDS: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ["end", TOKEN.end],
  ["if", TOKEN.if],
  ["elsif", TOKEN.elsif],
  ["else", TOKEN.else],
  ["while", TOKEN.while],
  ["for", TOKEN.for],
  ["match", TOKEN.match],
  ["do", TOKEN.do],
  ["return", TOKEN.return],
  ["break", TOKEN.jump],
  ["continue", TOKEN.jump],
  ["def", TOKEN.def],
  ["struct", TOKEN.struct],
  ["enum", TOKEN.enum],
  ["trait", TOKEN.trait],
  ["impl", TOKEN.impl],
  ["extend", TOKEN.extend],
  ["type", TOKEN.type],
  ["newtype", TOKEN.newtype],
  ["macro", TOKEN.macro],
  ["extern", TOKEN.extern],
  ["packed", TOKEN.packed],
  ["private", TOKEN.private],
  ["const", TOKEN.const],
  ["var", TOKEN.var],
  ["import", TOKEN.import],
  ["and", TOKEN.infixWord],
  ["or", TOKEN.infixWord],
  ["in", TOKEN.infixWord],
  ["is", TOKEN.infixWord],
  ["as", TOKEN.infixWord],
  ["not", TOKEN.prefixWord],
  ["await", TOKEN.prefixWord],
  ["go", TOKEN.prefixWord],
  ["async", TOKEN.prefixWord],
  ["defer", TOKEN.prefixWord],
  ["then", TOKEN.prefixWord],
  ["unless", TOKEN.maybeBlock],
  ["until", TOKEN.maybeBlock],
  ["loop", TOKEN.maybeBlock],
  ["begin", TOKEN.maybeBlock],
  ["case", TOKEN.maybeBlock],
  ["select", TOKEN.maybeBlock],
  ["try", TOKEN.maybeBlock],
]);

const LONGEST = 8;

/** The keyword that stands at `start`, or `name`. */
export function wordKind(text: string, start: number, end: number): TokenKind {
  const length = end - start;
  // Length and first letter rule out most words of a program; only the others are worth a slice.
  if (length < 2 || length > LONGEST || !mayStartKeyword(text.charCodeAt(start))) {
    return TOKEN.name;
  }
  return KEYWORDS.get(text.slice(start, end)) ?? TOKEN.name;
}

/** Letters a to p, r to w, without those that no keyword starts with. */
function mayStartKeyword(code: number): boolean {
  return code >= 97 && code <= 119 && code !== 104 && code !== 106 && code !== 107 && code !== 113;
}
