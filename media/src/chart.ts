// The canvas, the marks over it and their scroller. The canvas is as large as the window onto the chart, never as the
// chart: browsers break at 32,767 px, and what is out of sight is not drawn.
import { t } from "#core/base/text";
import { formatCount } from "#core/base/units";
import { BoxPainter } from "./boxPainter.ts";
import { contextOf, element } from "./dom.ts";
import type { FlameRun } from "./flameRun.ts";
import { endOf, frameCount, rowCount, rowOf, startOf } from "./frames.ts";
import { frameAt } from "./hitTest.ts";
import { layoutBoxes, type WeightRange } from "./layout.ts";
import type { Palette } from "./palette.ts";

/** In sizes of the font: a shallow chart can afford rows that are easy to hit. */
const ROOMY_ROW = 2.6;
const DENSE_ROW = 1.8;
const ROOMY_ROWS = 8;
/** A mark is never narrower: also a frame without width can be pointed out. */
const NARROWEST_MARK_PX = 3;

/** Which part of which run is seen, and how it looks. */
export interface Scene {
  readonly run: FlameRun;
  readonly range: WeightRange;
  readonly palette: Palette;
}

export class Chart {
  readonly canvas = element("canvas", {
    className: "chart-canvas",
    attributes: {
      tabindex: "0",
      role: "application",
      "aria-roledescription": t("chart.role"),
      "aria-describedby": "chart-help",
      "aria-keyshortcuts": "ArrowUp ArrowDown ArrowLeft ArrowRight Enter Space + - 0 Escape",
    },
  });
  readonly #spacer = element("div");
  readonly #hovered = element("div", { className: "mark mark-hovered" });
  readonly #selected = element("div", { className: "mark mark-selected" });
  readonly scroller = element("div", {
    className: "chart-scroller",
    children: [this.canvas, this.#spacer, this.#hovered, this.#selected],
  });
  readonly #context = contextOf(this.canvas);
  readonly #painter = new BoxPainter(this.#context);

  get widthPx(): number {
    return this.scroller.clientWidth;
  }

  get heightPx(): number {
    return this.scroller.clientHeight;
  }

  /** Makes room for the run: as high as its rows, at most `limitPx`. */
  fit({ run, palette }: Omit<Scene, "range">, limitPx: number): void {
    const contentPx = rowCount(run.columns) * rowHeight(run, palette);
    const heightPx = Math.min(contentPx, limitPx);
    this.scroller.style.height = `${heightPx}px`;
    this.#spacer.style.height = `${contentPx - heightPx}px`;
    this.canvas.style.width = `${this.widthPx}px`;
    this.canvas.style.height = `${heightPx}px`;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(this.widthPx * ratio), Math.round(heightPx * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const [frames, rows] = [frameCount(run.columns), rowCount(run.columns)];
    const counts = { frames: formatCount(frames, run.locale), rows: formatCount(rows, run.locale) };
    this.canvas.setAttribute("aria-label", t("chart.label", { title: run.title, ...counts }));
  }

  /** Draws what is in sight; true when frames share boxes for want of room. */
  draw({ run, range, palette }: Scene): boolean {
    const { widthPx, heightPx } = this;
    const rowHeightPx = rowHeight(run, palette);
    const scrollTopPx = this.scroller.scrollTop;
    const firstRow = Math.floor(scrollTopPx / rowHeightPx);
    const endRow = Math.ceil((scrollTopPx + heightPx) / rowHeightPx);
    const boxes = layoutBoxes(run.columns, { ...range, widthPx, firstRow, endRow });
    this.#context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.#painter.paint(run, boxes, palette, {
      ...{ widthPx, heightPx, rowHeightPx, scrollTopPx, firstRow, endRow },
    });
    return boxes.frames.some((frames) => frames > 1);
  }

  /** Puts the marks where these frames are; a frame out of sight bears none. */
  mark(scene: Scene, hovered: number | undefined, selected: number | undefined): void {
    this.#place(this.#hovered, hovered, scene);
    this.#place(this.#selected, selected, scene);
  }

  #place(mark: HTMLElement, frame: number | undefined, { run, range, palette }: Scene): void {
    const perByte = this.widthPx / (range.to - range.from);
    const left = frame === undefined ? 0 : (startOf(run.columns, frame) - range.from) * perByte;
    const right = frame === undefined ? 0 : (endOf(run.columns, frame) - range.from) * perByte;
    const shown = frame !== undefined && right >= 0 && left <= this.widthPx && Number.isFinite(perByte);
    mark.hidden = !shown;
    if (!shown) {
      delete mark.dataset["frame"];
      return;
    }
    const from = Math.max(left, -NARROWEST_MARK_PX);
    const width = Math.min(right, this.widthPx + NARROWEST_MARK_PX) - from;
    const rowHeightPx = rowHeight(run, palette);
    mark.dataset["frame"] = String(frame);
    mark.style.width = `${Math.max(width, NARROWEST_MARK_PX)}px`;
    mark.style.height = `${rowHeightPx - 1}px`;
    mark.style.transform = `translate(${from}px, ${rowOf(run.columns, frame) * rowHeightPx}px)`;
  }

  /** The frame under a point of the canvas. */
  frameAt({ run, range, palette }: Scene, xPx: number, yPx: number): number | undefined {
    const bytesPerPx = (range.to - range.from) / this.widthPx;
    const row = Math.floor((yPx + this.scroller.scrollTop) / rowHeight(run, palette));
    return frameAt(run.columns, row, range.from + xPx * bytesPerPx, bytesPerPx);
  }

  /** Brings the frame's row into view. */
  scrollTo({ run, palette }: Scene, frame: number): void {
    const rowHeightPx = rowHeight(run, palette);
    const top = rowOf(run.columns, frame) * rowHeightPx;
    const highest = top + rowHeightPx - this.heightPx;
    this.scroller.scrollTop = Math.max(Math.min(this.scroller.scrollTop, top), highest);
  }
}

function rowHeight({ columns }: FlameRun, { fontPx }: Palette): number {
  return Math.round(fontPx * (rowCount(columns) > ROOMY_ROWS ? DENSE_ROW : ROOMY_ROW));
}
