// Boxes too narrow for a label or a pattern: pixels of a strip, one line a row, stretched to the row's height.
// A row costs at most one pixel per column, where thousands of rectangles a frame would cost the chart its fluency.
import { contextOf, element } from "./dom.ts";

/** For each row one line of boxes and one of what they stand on. */
const LINES = 2;

/** Where the lines of a row go, in CSS pixels. */
export interface StripRow {
  readonly topPx: number;
  readonly heightPx: number;
  readonly barPx: number;
}

export class NarrowBoxes {
  readonly #canvas = element("canvas");
  readonly #context = contextOf(this.#canvas);
  #image = new ImageData(1, LINES);
  #pixels = new Uint32Array(this.#image.data.buffer);
  #ratio = 1;
  #used = false;

  /** Empties the strip, and fits it to this many rows. */
  begin(widthPx: number, rows: number): void {
    this.#ratio = devicePixelRatio;
    const width = Math.max(Math.round(widthPx * this.#ratio), 1);
    const height = Math.max(rows, 1) * LINES;
    if (this.#image.width !== width || this.#image.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    } else if (this.#used) {
      this.#pixels.fill(0);
    }
    this.#used = false;
  }

  /**
   * At least one pixel of the screen wide.
   * @param colour packed as `Fill.packed`
   * @param bar what the box stands on, packed; 0 for nothing
   */
  add(row: number, leftPx: number, widthPx: number, colour: number, bar: number): void {
    const { width } = this.#image;
    const left = Math.max(Math.round(leftPx * this.#ratio), 0);
    const right = Math.min(Math.max(Math.round((leftPx + widthPx) * this.#ratio), left + 1), width);
    const line = row * LINES * width;
    // A loop: for a few pixels at a time, TypedArray.fill costs three times as much.
    for (let at = line + left; at < line + right; at++) {
      this.#pixels[at] = colour;
      this.#pixels[at + width] = bar;
    }
    this.#used = true;
  }

  /** Draws the strip's rows to where `placeOf` says. */
  draw(context: CanvasRenderingContext2D, placeOf: (row: number) => StripRow): void {
    if (!this.#used) {
      return;
    }
    this.#context.putImageData(this.#image, 0, 0);
    const { width, height } = this.#image;
    const widthPx = width / this.#ratio;
    context.imageSmoothingEnabled = false;
    for (let row = 0; row * LINES < height; row++) {
      const { topPx, heightPx, barPx } = placeOf(row);
      const barTopPx = topPx + heightPx - barPx;
      context.drawImage(this.#canvas, 0, row * LINES, width, 1, 0, topPx, widthPx, heightPx);
      context.drawImage(this.#canvas, 0, row * LINES + 1, width, 1, 0, barTopPx, widthPx, barPx);
    }
  }
}
