import { COLON, isBlank, MINUS, skipBlanks, trimmedEnd } from "./bytes.ts";
import type { Cursor } from "./cursor.ts";

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;

/**
 * Reads `+93  MB: typecheck_expr_handlers$tc_expr_call` behind `[mem-fn]`. When it returns true, the cursor holds the
 * amount and stands on the name, which goes up to `nameEnd`: the end, or a remark (`← here`, `(12 lines)`).
 */
export function readFunctionLine(cursor: Cursor): boolean {
  if (!cursor.amount() || !cursor.eat(COLON)) {
    return false;
  }
  cursor.at = skipBlanks(cursor.bytes, cursor.at, cursor.end);
  cursor.nameEnd = trimmedEnd(cursor.bytes, cursor.at, remarkFrom(cursor.bytes, cursor.at, cursor.end));
  return cursor.at < cursor.nameEnd;
}

/** A name holds blanks only between brackets (`Map<String, Fn(Int) -> Int>$get`): what comes behind any other is none of it. */
function remarkFrom(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === LESS_THAN || byte === OPEN_PAREN) {
      depth++;
    } else if (byte === CLOSE_PAREN || (byte === GREATER_THAN && bytes[at - 1] !== MINUS)) {
      depth--;
    } else if (depth <= 0 && isBlank(byte)) {
      return at;
    }
  }
  return end;
}
