import { CLOSE_BRACKET, isBlank, SLASH } from "./bytes.ts";
import type { Cursor } from "./cursor.ts";

/** What `readKindLine` fills in besides the cursor's amount; one object for all lines, as with the cursor. */
export interface KindFigures {
  /** As printed: 1000 and up are expression kinds. */
  number: number;
  count: number;
}

const MAX_KIND_NUMBER = 0xffff_ffff;

/** Reads `1009] +5764 MB / 69186 stmts` behind `[kind`. What follows the count (`stmts`, `calls`) is not looked at. */
export function readKindLine(cursor: Cursor, figures: KindFigures): boolean {
  figures.number = cursor.digits();
  if (figures.number < 0 || figures.number > MAX_KIND_NUMBER) {
    cursor.at = cursor.digitsFrom;
    return false;
  }
  if (!cursor.eat(CLOSE_BRACKET) || !cursor.amount() || !cursor.eat(SLASH)) {
    return false;
  }
  figures.count = cursor.digits();
  return figures.count >= 0 && (cursor.at === cursor.end || isBlank(cursor.bytes[cursor.at]));
}
