import { TOKEN, type TokenKind } from "./tokens.ts";

interface Operator {
  readonly spelling: string;
  readonly kind: TokenKind;
}

/** Longest first among those with one first character. Anything else is one character of kind `operator`. */
const OPERATORS: readonly Operator[] = [
  { spelling: "(", kind: TOKEN.openRound },
  { spelling: ")", kind: TOKEN.closeRound },
  { spelling: "[", kind: TOKEN.openSquare },
  { spelling: "]", kind: TOKEN.closeSquare },
  { spelling: "{", kind: TOKEN.openBrace },
  { spelling: "}", kind: TOKEN.closeBrace },
  { spelling: ",", kind: TOKEN.comma },
  { spelling: ";", kind: TOKEN.semicolon },
  { spelling: "::", kind: TOKEN.doubleColon },
  { spelling: ":", kind: TOKEN.colon },
  { spelling: "...", kind: TOKEN.operator },
  { spelling: "..", kind: TOKEN.operator },
  { spelling: ".", kind: TOKEN.dot },
  { spelling: "?.", kind: TOKEN.dot },
  { spelling: "??", kind: TOKEN.chain },
  { spelling: "?", kind: TOKEN.question },
  { spelling: "!=", kind: TOKEN.operator },
  { spelling: "!", kind: TOKEN.bang },
  { spelling: "==", kind: TOKEN.equals },
  { spelling: "=>", kind: TOKEN.fatArrow },
  { spelling: "=", kind: TOKEN.assign },
  { spelling: "->", kind: TOKEN.arrow },
  { spelling: "-=", kind: TOKEN.operator },
  { spelling: "+=", kind: TOKEN.operator },
  { spelling: "*=", kind: TOKEN.operator },
  { spelling: "/=", kind: TOKEN.operator },
  { spelling: "%=", kind: TOKEN.operator },
  { spelling: "<=", kind: TOKEN.operator },
  { spelling: "<", kind: TOKEN.less },
  { spelling: ">=", kind: TOKEN.greaterEqual },
  { spelling: ">", kind: TOKEN.greater },
  { spelling: "|>", kind: TOKEN.chain },
  { spelling: "|", kind: TOKEN.pipe },
];

const BY_FIRST_CHARACTER: readonly (readonly Operator[])[] = Array.from({ length: 128 }, (_, code) =>
  OPERATORS.filter((operator) => operator.spelling.charCodeAt(0) === code),
);

const UNKNOWN: Operator = { spelling: "?", kind: TOKEN.operator };

/** The longest operator that stands at `at`; of what is none only the length, 1, counts. */
export function operatorAt(text: string, at: number): Operator {
  for (const operator of BY_FIRST_CHARACTER[text.charCodeAt(at)] ?? []) {
    const { spelling } = operator;
    const isSecondRight = text.charCodeAt(at + 1) === spelling.charCodeAt(1);
    if (
      spelling.length === 1 ||
      (isSecondRight && (spelling.length === 2 || text.startsWith(spelling, at)))
    ) {
      return operator;
    }
  }
  return UNKNOWN;
}
