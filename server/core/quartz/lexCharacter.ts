import { BACKSLASH, isLineEnd } from "./characters.ts";

/** Offset behind the character literal at `start`, or `start` if there is none: `'x'`, `'\n'`, `'\u{1F600}'`. */
export function skipCharacter(text: string, start: number): number {
  const first = text.codePointAt(start + 1) ?? 0;
  let end = start + (first > 0xffff ? 3 : 2);
  if (first === BACKSLASH) {
    end = skipCharacterEscape(text, start + 2);
  } else if (isLineEnd(first) || text[start + 1] === "'") {
    return start;
  }
  return text[end] === "'" ? end + 1 : start;
}

function skipCharacterEscape(text: string, at: number): number {
  if (text.startsWith("u{", at)) {
    // Six hex digits at most.
    const close = text.slice(at, at + 9).indexOf("}");
    return close < 0 ? at : at + close + 1;
  }
  return text[at] === "x" ? at + 3 : at + 1;
}
