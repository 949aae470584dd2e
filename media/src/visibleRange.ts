// Which part of the chart's width to show. Pure; the zoom behaviour only obeys.
import type { FlameColumns } from "#core/view/flameColumns";
import { endOf, pathTo, ROOT, startOf, weightOf } from "./frames.ts";
import type { WeightRange } from "./layout.ts";

/** A frame that a person asked for is shown at least this wide, where its weight allows. */
const EASY_TO_SEE_PX = 24;
/** RSS moves by pages: nothing narrower can mean anything, so zooming in ends there. */
const PAGE_BYTES = 4096;

export function wholeRange(columns: FlameColumns): WeightRange {
  return { from: startOf(columns, ROOT), to: endOf(columns, ROOT) };
}

export function lengthOf(range: WeightRange): number {
  return range.to - range.from;
}

/** How many times the chart can be enlarged. */
export function largestZoom(columns: FlameColumns): number {
  return Math.max(weightOf(columns, ROOT) / PAGE_BYTES, 1);
}

/** `range` moved and cut so that it lies inside the chart. */
export function clampRange(range: WeightRange, whole: WeightRange): WeightRange {
  const shortest = Math.min(PAGE_BYTES, lengthOf(whole));
  const length = Math.min(Math.max(lengthOf(range), shortest), lengthOf(whole));
  const from = Math.min(Math.max(range.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** The frame over the full width; for a frame without width, what surrounds it. */
export function rangeOfFrame(columns: FlameColumns, frame: number): WeightRange {
  const wide = pathTo(columns, frame).findLast((candidate) => weightOf(columns, candidate) > 0) ?? ROOT;
  return { from: startOf(columns, wide), to: endOf(columns, wide) };
}

/**
 * The range to go to so that `frame` can be seen: the current one if it will do, else the widest ancestor in which
 * the frame is easy to see, the whole run first.
 */
export function rangeToReveal(
  columns: FlameColumns,
  frame: number,
  current: WeightRange,
  widthPx: number,
): WeightRange {
  const start = startOf(columns, frame);
  const weight = weightOf(columns, frame);
  const widthIn = (range: WeightRange): number =>
    ((Math.min(start + weight, range.to) - Math.max(start, range.from)) / lengthOf(range)) * widthPx;
  const candidates = pathTo(columns, frame).map((ancestor) => rangeOfFrame(columns, ancestor));
  if (weight === 0) {
    const holds = start >= current.from && start <= current.to;
    return holds ? current : (candidates[0] ?? current);
  }
  return (
    [current, ...candidates].find((range) => widthIn(range) >= EASY_TO_SEE_PX) ?? rangeOfFrame(columns, frame)
  );
}
