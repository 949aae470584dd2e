// Boxes → pixels. Looks nothing up beyond the boxes it is given, so its cost is that of the window.
import { FLAG_OVER_EXPLAINED } from "#core/view/flameColumns";
import { hueOf, isHatched, shadeScale } from "./boxStyle.ts";
import type { FlameRun } from "./flameRun.ts";
import { deltaOf, hasFlag } from "./frames.ts";
import type { Boxes } from "./layout.ts";
import { NarrowBoxes } from "./narrowBoxes.ts";
import { type Box, paintLabel } from "./paintLabel.ts";
import type { Fill, Palette } from "./palette.ts";
import { diagonals, verticals } from "./patterns.ts";

const GAP_PX = 1;
/** Narrower than this a box has no room for a label, a border or a pattern that could be seen. */
const NARROW_PX = 6;
/** Narrower than this it stands without a gap, which would take too much of it. */
const GAP_FROM_PX = 3;
/** A release stands on a bar, so that it is told from growth without its colour. */
const RELEASE_BAR_PX = 3;
const CORNER_PX = 7;
/** Patterns say something beside the colour, they must not hide it. */
const PATTERN_ALPHA = 0.35;

export interface PaintArea {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rowHeightPx: number;
  readonly scrollTopPx: number;
  readonly firstRow: number;
  readonly endRow: number;
}

interface Patterns {
  readonly palette: Palette;
  readonly ratio: number;
  readonly diagonals: CanvasPattern | null;
  readonly verticals: CanvasPattern | null;
}

export class BoxPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #narrow = new NarrowBoxes();
  #patterns: Patterns | undefined;

  /** @param context scaled to CSS pixels whenever `paint` is called */
  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** Clears the area and draws the boxes. */
  paint(run: FlameRun, boxes: Boxes, palette: Palette, area: PaintArea): void {
    const { firstRow, endRow, rowHeightPx, widthPx } = area;
    const shadeOf = shadeScale(run.largestBytes);
    this.#context.clearRect(0, 0, widthPx, area.heightPx);
    this.#context.font = `${palette.fontPx}px ${palette.fontFamily}`;
    this.#context.textBaseline = "middle";
    const letterPx = this.#context.measureText("M").width;
    this.#narrow.begin(widthPx, endRow - firstRow);
    for (let index = 0; index < boxes.frame.length; index++) {
      const frame = boxes.frame[index] ?? 0;
      const row = boxes.row[index] ?? 0;
      const left = boxes.leftPx[index] ?? 0;
      const width = boxes.widthPx[index] ?? 0;
      const crowded = (boxes.frames[index] ?? 1) > 1;
      const hue = hueOf(run.columns, frame);
      const fill = crowded ? palette.crowd : palette.fills[hue][shadeOf(deltaOf(run.columns, frame))];
      if (fill === undefined) {
        continue;
      }
      const bar = hue === "release" && !crowded ? palette.releaseBar : undefined;
      if (width < NARROW_PX) {
        const seen = width < GAP_FROM_PX ? width : width - GAP_PX;
        this.#narrow.add(row - firstRow, left, seen, fill.packed, bar?.packed ?? 0);
        continue;
      }
      const top = row * rowHeightPx - area.scrollTopPx;
      const box = { frame, left, top, width: width - GAP_PX, height: rowHeightPx - GAP_PX };
      this.#wide(run, box, palette, fill, crowded ? "crowd" : "frame", letterPx);
      if (bar !== undefined) {
        this.#fill({ ...box, top: top + box.height - RELEASE_BAR_PX, height: RELEASE_BAR_PX }, bar.box);
      }
    }
    this.#narrow.draw(this.#context, (row) => ({
      topPx: (row + firstRow) * rowHeightPx - area.scrollTopPx,
      heightPx: rowHeightPx - GAP_PX,
      barPx: RELEASE_BAR_PX,
    }));
  }

  #wide(
    run: FlameRun,
    box: Box,
    palette: Palette,
    fill: Fill,
    what: "crowd" | "frame",
    letterPx: number,
  ): void {
    const patterned = what === "crowd" || isHatched(run.columns, box.frame);
    this.#fill(box, fill.box);
    if (patterned) {
      const patterns = this.#patternsFor(palette);
      this.#overlay(box, what === "crowd" ? patterns.verticals : patterns.diagonals);
    }
    if (palette.border !== undefined) {
      this.#context.strokeStyle = palette.border;
      this.#context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
    }
    if (what === "frame") {
      paintLabel(this.#context, run, box, { fill, letterPx, patterned });
      if (hasFlag(run.columns, box.frame, FLAG_OVER_EXPLAINED)) {
        this.#corner(box, fill);
      }
    }
  }

  #fill(box: Box, style: string): void {
    this.#context.fillStyle = style;
    this.#context.fillRect(box.left, box.top, box.width, box.height);
  }

  #overlay(box: Box, pattern: CanvasPattern | null): void {
    if (pattern !== null) {
      this.#context.globalAlpha = PATTERN_ALPHA;
      this.#context.fillStyle = pattern;
      this.#context.fillRect(box.left, box.top, box.width, box.height);
      this.#context.globalAlpha = 1;
    }
  }

  /** Over-explained: what lies below adds up to more than this box grew. */
  #corner(box: Box, fill: Fill): void {
    const right = box.left + box.width;
    const size = Math.min(CORNER_PX, box.width);
    this.#context.fillStyle = fill.text;
    this.#context.beginPath();
    this.#context.moveTo(right - size, box.top);
    this.#context.lineTo(right, box.top);
    this.#context.lineTo(right, box.top + size);
    this.#context.fill();
  }

  /** Made anew only when the theme or the screen changes. */
  #patternsFor(palette: Palette): Patterns {
    const known = this.#patterns;
    if (known?.palette === palette && known.ratio === devicePixelRatio) {
      return known;
    }
    const colour = palette.crowd.text;
    const made = {
      ...{ palette, ratio: devicePixelRatio },
      diagonals: diagonals(this.#context, colour),
      verticals: verticals(this.#context, colour),
    };
    this.#patterns = made;
    return made;
  }
}
