// "Tighten to measured": limits come down to what was measured. They never go up, and the file's layout stays.
import { applyEdits, modify } from "jsonc-parser";
import { MEBIBYTE } from "../../base/units.ts";
import type { BudgetResult } from "../../model/budgets.ts";

export interface Tightened {
  readonly text: string;
  /** How many limits were lowered. */
  readonly count: number;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** @param text the project file that the results' budgets were read from */
export function tightenBudgets(text: string, results: readonly BudgetResult[]): Tightened {
  // The library counts the mark as an error.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  let tightened = text.slice(mark.length);
  let count = 0;
  for (const result of results) {
    const value = tighterValue(result);
    if (value !== undefined) {
      const { index, key } = result.budget;
      tightened = applyEdits(tightened, modify(tightened, ["budgets", index, key], value, {}));
      count++;
    }
  }
  return { text: mark + tightened, count };
}

/** The bound as it is written in the file; undefined where it is not lowered. */
function tighterValue({
  budget,
  verdict,
  measuredBytes,
  thresholdBytes,
  baseBytes,
}: BudgetResult): string | undefined {
  const measured = measuredBytes ?? thresholdBytes;
  if (measured === undefined || verdict === "exceeded" || verdict === "missing") {
    return undefined;
  }
  const { bound } = budget;
  if (bound.kind === "limit") {
    const wholeMb = Math.max(0, Math.ceil(measured / MEBIBYTE));
    return wholeMb * MEBIBYTE < bound.bytes ? `${wholeMb} MB` : undefined;
  }
  if (baseBytes === undefined || measuredBytes === undefined) {
    return undefined;
  }
  const { unit, value } = bound.amount;
  if (unit === "bytes") {
    const wholeMb = Math.ceil((measuredBytes - baseBytes) / MEBIBYTE);
    return wholeMb * MEBIBYTE < value ? `${signed(wholeMb)} MB` : undefined;
  }
  const tenths = Math.ceil(((measuredBytes - baseBytes) / Math.abs(baseBytes)) * 1000);
  return baseBytes !== 0 && tenths / 1000 < value ? `${signed(tenths / 10)} %` : undefined;
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value)}`;
}
