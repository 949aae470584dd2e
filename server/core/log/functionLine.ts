import { COLON, skipBlanks } from "./bytes.ts";
import type { Cursor } from "./cursor.ts";

/**
 * Reads `+93  MB: typecheck_expr_handlers$tc_expr_call` behind `[mem-fn]`. When it returns true, the cursor holds the
 * amount and stands on the name, which goes up to its end.
 */
export function readFunctionLine(cursor: Cursor): boolean {
  if (!cursor.amount() || !cursor.eat(COLON)) {
    return false;
  }
  cursor.at = skipBlanks(cursor.bytes, cursor.at, cursor.end);
  return cursor.at < cursor.end;
}
