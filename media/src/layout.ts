// Columns and what is visible of them → boxes in pixels. Pure, and its work is bounded by the pixels of the window,
// not by the frames of the run: rows are searched, and frames too narrow to draw are leapt over together.
import type { FlameColumns } from "#core/view/flameColumns";
import { endOf, rowCount, rowSpan, startOf, weightOf } from "./frames.ts";
import { gallop, lowerBound } from "./search.ts";

/** Narrower than this is not drawn alone: it could not be told from its neighbours. */
export const NARROWEST_PX = 0.5;

/** Part of the chart's width, in bytes of weight. */
export interface WeightRange {
  readonly from: number;
  readonly to: number;
}

export interface ChartWindow extends WeightRange {
  readonly widthPx: number;
  /** Rows [firstRow, endRow) are in view. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** One column per property, one index per box, in row order. */
export interface Boxes {
  /** The frame, or the first of those that share the box. */
  readonly frame: readonly number[];
  /** How many neighbours share the box since none of them is wide enough alone. */
  readonly frames: readonly number[];
  readonly row: readonly number[];
  /** Cut to a pixel outside of the window, so that deep zooms do not leave the canvas's number range. */
  readonly leftPx: readonly number[];
  readonly widthPx: readonly number[];
}

type Emit = (frame: number, frames: number, from: number, to: number) => void;

/** The boxes to draw for this window. */
export function layoutBoxes(columns: FlameColumns, window: ChartWindow): Boxes {
  const boxes = { frame: [], frames: [], row: [], leftPx: [], widthPx: [] } satisfies Boxes;
  const { frame, frames, row, leftPx, widthPx }: Record<keyof Boxes, number[]> = boxes;
  const bytesPerPx = (window.to - window.from) / window.widthPx;
  if (!(bytesPerPx > 0)) {
    return boxes;
  }
  const lastRow = Math.min(window.endRow, rowCount(columns));
  for (let depth = Math.max(window.firstRow, 0); depth < lastRow; depth++) {
    layoutRow(columns, depth, window, bytesPerPx * NARROWEST_PX, (first, count, from, to) => {
      const left = Math.max((from - window.from) / bytesPerPx, -1);
      frame.push(first);
      frames.push(count);
      row.push(depth);
      leftPx.push(left);
      widthPx.push(Math.min((to - window.from) / bytesPerPx, window.widthPx + 1) - left);
    });
  }
  return boxes;
}

function layoutRow(columns: FlameColumns, row: number, range: WeightRange, narrow: number, emit: Emit): void {
  const { end } = rowSpan(columns, row);
  const crowd = new Crowd(narrow, emit);
  let frame = firstVisible(columns, row, range.from);
  while (frame < end && startOf(columns, frame) < range.to) {
    if (weightOf(columns, frame) >= narrow) {
      crowd.flush();
      emit(frame, 1, startOf(columns, frame), endOf(columns, frame));
      frame++;
      continue;
    }
    let next = gallop(columns.start, startOf(columns, frame) + narrow, frame + 1, end);
    if (next - 1 > frame && weightOf(columns, next - 1) >= narrow) {
      next--; // starts within the same half pixel, but is wide: it gets its own box
    }
    crowd.add(frame, next - frame, startOf(columns, frame), endOf(columns, next - 1));
    frame = next;
  }
  crowd.flush();
}

/** Only the last frame that starts before the edge can reach over it, since frames of a row do not overlap. */
function firstVisible(columns: FlameColumns, row: number, from: number): number {
  const span = rowSpan(columns, row);
  const inside = lowerBound(columns.start, from, span.first, span.end);
  return inside > span.first && endOf(columns, inside - 1) > from ? inside - 1 : inside;
}

/** Neighbours that are too narrow alone, as one box once they are wide enough together. */
class Crowd {
  readonly #narrow: number;
  readonly #emit: Emit;
  #first = 0;
  #count = 0;
  #from = 0;
  #to = 0;

  constructor(narrow: number, emit: Emit) {
    this.#narrow = narrow;
    this.#emit = emit;
  }

  add(first: number, count: number, from: number, to: number): void {
    if (this.#count > 0 && from - this.#to >= this.#narrow) {
      this.flush();
    }
    if (this.#count === 0) {
      this.#first = first;
      this.#from = from;
    }
    this.#count += count;
    this.#to = to;
  }

  flush(): void {
    if (this.#count > 0 && this.#to - this.#from >= this.#narrow) {
      this.#emit(this.#first, this.#count, this.#from, this.#to);
    }
    this.#count = 0;
  }
}
