// Rows of functions: `| mir_lower$mir_lower_expr | +136 MB |`.
import { plain, readDelta } from "./figure.ts";
import { phaseIn } from "./phaseCell.ts";
import type { PlacedRow } from "./placedRow.ts";
import { entryOf, FRAME, isApproximate, type TableLine, unreadableAmong, valueIn } from "./tableLine.ts";

/** One word, or one with type arguments; anything else in that column speaks of functions without naming one. */
const NAME = /^([\p{L}_$][^\s`*<]{0,1023}(?:<[^`*]{0,1023}>[^\s`*]{0,1023})?|[\p{L}_$])$/u;

/** What people call the last row. In backticks it is a function all the same. */
const SUM = /^(?:total|sum|all|rest|others?|remainder|further|unexplained)\b/i;

export function readFunctionRow({ cells }: PlacedRow): TableLine {
  const key = cells.get("function") ?? cells.get("name");
  const delta = cells.get("delta");
  const name = key === undefined ? undefined : functionName(key.text);
  if (name === undefined || delta === undefined) {
    return FRAME;
  }
  const read = { cell: delta, figure: readDelta(delta.text, delta.perUnit) };
  const deltaBytes = valueIn(read);
  if (deltaBytes === undefined) {
    return unreadableAmong([read]) ?? FRAME;
  }
  const approximate = isApproximate(read);
  return entryOf({ type: "function", name, phase: phaseIn(cells), deltaBytes, approximate }, [read]);
}

function functionName(text: string): string | undefined {
  const bare = plain(text);
  return SUM.test(bare) && !text.includes("`") ? undefined : NAME.exec(bare.replace(/\(\)$/, ""))?.[1];
}
