// d3's zoom, put in the chart's terms: what is visible is a range of weight. Height is never zoomed.
import {
  type D3ZoomEvent,
  type Selection,
  select,
  type ZoomBehavior,
  type ZoomTransform,
  zoom,
  zoomIdentity,
  zoomTransform,
} from "d3";
import type { FlameColumns } from "#core/view/flameColumns";
import type { WeightRange } from "./layout.ts";
import { clampRange, largestZoom, lengthOf, wholeRange } from "./visibleRange.ts";

const ANIMATION_MS = 180;
const NOTHING: WeightRange = { from: 0, to: 0 };

export interface RangeZoomEvents {
  /** Another range is visible. */
  readonly moved: () => void;
  /** Drawing to and fro has ended: time to remember where. */
  readonly settled: () => void;
  /** The pointer dragged the chart by this many pixels downwards. */
  readonly draggedDown: (px: number) => void;
}

export class RangeZoom {
  readonly #element: HTMLCanvasElement;
  readonly #canvas: Selection<HTMLCanvasElement, unknown, null, undefined>;
  readonly #behaviour: ZoomBehavior<HTMLCanvasElement, unknown>;
  #whole = NOTHING;
  #widthPx = 1;
  #dragY: number | undefined;
  #goal: WeightRange | undefined;

  constructor(canvas: HTMLCanvasElement, events: RangeZoomEvents) {
    this.#element = canvas;
    this.#canvas = select<HTMLCanvasElement, unknown>(canvas);
    this.#behaviour = zoom<HTMLCanvasElement, unknown>()
      .filter((event: unknown) => startsZoom(event))
      .on("start", ({ sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.#dragY = pointerY(sourceEvent);
      })
      .on("zoom", ({ sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        const y = pointerY(sourceEvent);
        if (y !== undefined && this.#dragY !== undefined) {
          events.draggedDown(y - this.#dragY);
        }
        this.#dragY = y;
        events.moved();
      })
      .on("end", () => events.settled());
    this.#canvas.call(this.#behaviour).on("dblclick.zoom", null);
  }

  get range(): WeightRange {
    const { k, x } = zoomTransform(this.#element);
    const bytesPerPx = lengthOf(this.#whole) / this.#widthPx;
    const from = this.#whole.from + (-x / k) * bytesPerPx;
    return { from, to: from + lengthOf(this.#whole) / k };
  }

  /** Where an animation under way will end, else what is visible. */
  get goal(): WeightRange {
    return this.#goal ?? this.range;
  }

  get isWhole(): boolean {
    return zoomTransform(this.#element).k <= 1;
  }

  /** Another run, or another width of the canvas. `range` is what to show of it; undefined is all. */
  reset(columns: FlameColumns, widthPx: number, range: WeightRange | undefined): void {
    this.#whole = wholeRange(columns);
    this.#widthPx = Math.max(widthPx, 1);
    const corner: [number, number] = [this.#widthPx, 1];
    this.#behaviour
      .extent([[0, 0], corner])
      .translateExtent([[0, 0], corner])
      .scaleExtent([1, largestZoom(columns)]);
    this.show(range ?? this.#whole, false);
  }

  show(range: WeightRange, animated: boolean): void {
    const goal = clampRange(range, this.#whole);
    const target = this.#transformOf(goal);
    if (!animated || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#canvas.interrupt().call(this.#behaviour.transform, target);
      return;
    }
    this.#goal = goal;
    const moving = this.#canvas.transition().duration(ANIMATION_MS);
    moving.call(this.#behaviour.transform, target).on("end.goal interrupt.goal cancel.goal", () => {
      // An animation that was replaced must not take away the goal of the one after it.
      this.#goal = this.#goal === goal ? undefined : this.#goal;
    });
  }

  showAll(): void {
    this.show(this.#whole, true);
  }

  /** Enlarges around a weight that stays where it is, when it can be seen at all. */
  scaleBy(factor: number, around: number | undefined): void {
    const { from, to } = this.range;
    const fixed = around === undefined || around < from || around > to ? (from + to) / 2 : around;
    this.show({ from: fixed - (fixed - from) / factor, to: fixed + (to - fixed) / factor }, false);
  }

  panBy(px: number): void {
    const { from, to } = this.range;
    const bytes = (px / this.#widthPx) * (to - from);
    this.show({ from: from + bytes, to: to + bytes }, false);
  }

  #transformOf(range: WeightRange): ZoomTransform {
    const length = lengthOf(range);
    if (!(length > 0)) {
      return zoomIdentity;
    }
    const k = lengthOf(this.#whole) / length;
    const x = ((this.#whole.from - range.from) / lengthOf(this.#whole)) * this.#widthPx * k;
    return zoomIdentity.translate(x, 0).scale(k);
  }
}

/** A vertical wheel zooms and the main button drags; Shift and the horizontal wheel are for scrolling. */
function startsZoom(event: unknown): boolean {
  if (event instanceof WheelEvent) {
    return !event.shiftKey && Math.abs(event.deltaY) >= Math.abs(event.deltaX);
  }
  return !(event instanceof MouseEvent) || event.button === 0;
}

/** Where a drag is; undefined for wheels and for zooms by script. */
function pointerY(event: unknown): number | undefined {
  return event instanceof MouseEvent && !(event instanceof WheelEvent) ? event.clientY : undefined;
}
