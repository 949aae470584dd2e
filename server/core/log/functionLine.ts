import { COLON, HASH, isBlank, skipBlanks, trimmedEnd } from "./bytes.ts";
import type { Cursor } from "./cursor.ts";

const LESS_THAN = 0x3c;
const MINUS = 0x2d;

/**
 * Reads `+93  MB: typecheck_expr_handlers$tc_expr_call` behind `[mem-fn]`. When it returns true, the cursor holds the
 * amount and stands on the name, which goes up to `nameEnd`: the end, or a remark (`← here`, `<- here`, `# here`).
 */
export function readFunctionLine(cursor: Cursor): boolean {
  if (!cursor.amount() || !cursor.eat(COLON)) {
    return false;
  }
  cursor.at = skipBlanks(cursor.bytes, cursor.at, cursor.end);
  cursor.nameEnd = trimmedEnd(cursor.bytes, cursor.at, remarkFrom(cursor.bytes, cursor.at, cursor.end));
  return cursor.at < cursor.nameEnd;
}

/** A name may hold blanks (`Map<String, Int>$get`), so only what no name holds ends it. */
function remarkFrom(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (isBlank(bytes[at - 1]) && isRemark(bytes, at)) {
      return at;
    }
  }
  return end;
}

function isRemark(bytes: Uint8Array, at: number): boolean {
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  // ← is U+2190: E2 86 90 in UTF-8
  return (
    first === HASH ||
    (first === LESS_THAN && second === MINUS) ||
    (first === 0xe2 && second === 0x86 && third === 0x90)
  );
}
