// The column of a table of functions or kinds that says in which phase a row was measured.
import { plain } from "./figure.ts";
import type { PlacedRow } from "./placedRow.ts";

/** Undefined where there is no such column, or no phase's name in it: then the phase whose reading follows counts. */
export function phaseIn(cells: PlacedRow["cells"]): string | undefined {
  return /^[A-Za-z_][\w.$-]{0,255}$/.exec(plain(cells.get("phase")?.text ?? ""))?.[0];
}
