import type { FlameColumns } from "#core/view/flameColumns";
import { endOf, rowSpan, startOf, weightOf } from "./frames.ts";
import { gallop, lowerBound } from "./search.ts";

/** Frames that begin closer together than this part of the reach are leapt over together: bounds the work. */
const SMALLEST_STEP = 0.001;

/**
 * The frame of `row` that covers the weight `at`, else the first one that begins within `reach` after it: a pointer
 * covers a whole pixel, and a box can be narrower than that. Frames without width are never hit.
 * @param reach above 0
 */
export function frameAt(columns: FlameColumns, row: number, at: number, reach: number): number | undefined {
  const { first, end } = rowSpan(columns, row);
  let frame = lowerBound(columns.start, at, first, end);
  if (frame > first && endOf(columns, frame - 1) > at) {
    return frame - 1;
  }
  while (frame < end && startOf(columns, frame) < at + reach) {
    if (weightOf(columns, frame) > 0) {
      return frame;
    }
    // Of frames that start together only the last can have a width.
    const next = gallop(columns.start, startOf(columns, frame) + reach * SMALLEST_STEP, frame + 1, end);
    frame = Math.max(frame + 1, next - 1);
  }
  return undefined;
}
