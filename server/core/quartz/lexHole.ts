// The inside of `#{…}`: code with strings in it, which may have holes again.
import { APOSTROPHE, BACKSLASH, CLOSE_BRACE, HASH, isLineEnd, OPEN_BRACE, QUOTE } from "./characters.ts";
import { skipCharacter } from "./lexCharacter.ts";

/** A hole may cross lines, but one that is still open after this many was never closed. */
const MAX_LINE_ENDS = 50;

/** A string in a hole, as a level; the other levels are holes and count their open braces from 0 up. */
const STRING = -1;
/** `\"…\"` in a hole: legal once a bug of the compiler is mended, so read it. */
const ESCAPED_STRING = -2;

/**
 * Offset behind the `}` that closes the hole whose inside starts at `from`; if there is none, minus the offset
 * at which reading gave up. In a triple-quoted string `"""` ends the search.
 */
export function skipHole(text: string, from: number, inTriple: boolean): number {
  const levels = [0];
  let lineEnds = 0;
  let at = from;
  while (at < text.length) {
    const level = levels.at(-1);
    if (level === undefined) {
      return at;
    }
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      lineEnds++;
    }
    if (isBroken(text, at, level, inTriple) || lineEnds > MAX_LINE_ENDS) {
      return -at;
    }
    at = level < 0 ? stepInString(text, at, levels, level) : stepInHole(text, at, levels, level);
  }
  return levels.length === 0 ? at : -at;
}

function isBroken(text: string, at: number, level: number, inTriple: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code === QUOTE) {
    return level === ESCAPED_STRING || (inTriple && text.startsWith('"""', at));
  }
  return level < 0 && isLineEnd(code);
}

function stepInString(text: string, at: number, levels: number[], level: number): number {
  const code = text.charCodeAt(at);
  if (code === BACKSLASH) {
    if (level === ESCAPED_STRING && text.charCodeAt(at + 1) === QUOTE) {
      levels.pop();
    }
    return at + 2;
  }
  if (code === QUOTE) {
    levels.pop();
  } else if (code === HASH && text.charCodeAt(at + 1) === OPEN_BRACE) {
    levels.push(0);
    return at + 2;
  }
  return at + 1;
}

function stepInHole(text: string, at: number, levels: number[], braces: number): number {
  switch (text.charCodeAt(at)) {
    case OPEN_BRACE:
      levels[levels.length - 1] = braces + 1;
      return at + 1;
    case CLOSE_BRACE:
      if (braces === 0) {
        levels.pop();
      } else {
        levels[levels.length - 1] = braces - 1;
      }
      return at + 1;
    case QUOTE:
      levels.push(STRING);
      return at + 1;
    case BACKSLASH:
      if (text.charCodeAt(at + 1) === QUOTE) {
        levels.push(ESCAPED_STRING);
        return at + 2;
      }
      return at + 1;
    case APOSTROPHE:
      return Math.max(skipCharacter(text, at), at + 1);
    default:
      return at + 1;
  }
}
