import { Column, words32 } from "../base/column.ts";
import { CARRIAGE_RETURN, LINE_FEED } from "./characters.ts";

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Offsets at which lines start. As in LSP a line ends with `\n`, `\r\n` or a lone `\r`.
 * A byte order mark belongs to no line: editors do not count it.
 */
export function findLineStarts(text: string): Uint32Array {
  const starts = new Column(words32, 64 + (text.length >> 5));
  starts.push(text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  const hasReturns = text.includes("\r");
  if (!hasReturns) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    return starts.view();
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const endsLine =
      code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED);
    if (endsLine) {
      starts.push(at + 1);
    }
  }
  return starts.view();
}

/** Lines as `wc` and people count them: a line end at the end of the text starts no further line. */
export function countLines(text: string, lineStarts: Uint32Array): number {
  const last = lineStarts[lineStarts.length - 1] ?? 0;
  return last >= text.length ? lineStarts.length - 1 : lineStarts.length;
}
