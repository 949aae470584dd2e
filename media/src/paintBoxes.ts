// Boxes → pixels. Looks nothing up beyond the boxes it is given, so its cost is that of the window.
import { FLAG_ABSURD, FLAG_OVER_EXPLAINED } from "#core/view/flameColumns";
import { hueOf, isHatched, shadeScale } from "./boxStyle.ts";
import type { FlameRun } from "./flameRun.ts";
import { deltaOf, hasFlag } from "./frames.ts";
import { deltaTextOf, shownNameOf } from "./frameText.ts";
import { fitLabel } from "./label.ts";
import type { Boxes } from "./layout.ts";
import type { Fill, Palette } from "./palette.ts";
import { diagonals, verticals } from "./patterns.ts";

const GAP_PX = 1;
/** Boxes narrower than this stand without a gap: it would take too much of them. */
const GAP_FROM_PX = 3;
const PADDING_PX = 4;
/** A release stands on a bar, so that it is told from growth without its colour. */
const RELEASE_BAR_PX = 3;
const CORNER_PX = 7;
/** Patterns say something beside the colour, they must not hide it. */
const PATTERN_ALPHA = 0.35;
const WARNING = "⚠ ";

export interface PaintArea {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rowHeightPx: number;
  readonly scrollTopPx: number;
}

interface Box {
  readonly frame: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Clears the area and draws the boxes; `context` is scaled to CSS pixels. */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  run: FlameRun,
  boxes: Boxes,
  palette: Palette,
  area: PaintArea,
): void {
  const shadeOf = shadeScale(run.largestBytes);
  const hatch = diagonals(context, palette.crowd.text);
  const pinstripe = verticals(context, palette.crowd.text);
  context.clearRect(0, 0, area.widthPx, area.heightPx);
  context.font = `${palette.fontPx}px ${palette.fontFamily}`;
  context.textBaseline = "middle";
  const letterPx = context.measureText("M").width;
  for (const [index, frame] of boxes.frame.entries()) {
    const box = boxAt(boxes, index, frame, area);
    if ((boxes.frames[index] ?? 1) > 1) {
      fillBox(context, box, palette.crowd.box);
      overlay(context, box, pinstripe);
      continue;
    }
    const delta = deltaOf(run.columns, frame);
    const hue = hueOf(run.columns, frame);
    const fill = palette.fills[hue][shadeOf(delta)] ?? palette.crowd;
    fillBox(context, box, fill.box);
    const hatched = isHatched(run.columns, frame);
    if (hatched) {
      overlay(context, box, hatch);
    }
    if (hue === "release") {
      const barTop = box.top + box.height - RELEASE_BAR_PX;
      fillBox(context, { ...box, top: barTop, height: RELEASE_BAR_PX }, palette.foreground);
    }
    if (palette.border !== undefined && box.width > GAP_FROM_PX) {
      context.strokeStyle = palette.border;
      context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
    }
    paintLabel(context, run, box, fill, letterPx, hatched);
    if (hasFlag(run.columns, frame, FLAG_OVER_EXPLAINED)) {
      paintCorner(context, box, fill);
    }
  }
}

function boxAt(boxes: Boxes, index: number, frame: number, area: PaintArea): Box {
  const width = boxes.widthPx[index] ?? 0;
  return {
    frame,
    left: boxes.leftPx[index] ?? 0,
    top: (boxes.row[index] ?? 0) * area.rowHeightPx - area.scrollTopPx,
    width: width > GAP_FROM_PX ? width - GAP_PX : width,
    height: area.rowHeightPx - GAP_PX,
  };
}

function fillBox(context: CanvasRenderingContext2D, box: Box, style: string): void {
  context.fillStyle = style;
  context.fillRect(box.left, box.top, box.width, box.height);
}

function overlay(context: CanvasRenderingContext2D, box: Box, pattern: CanvasPattern | null): void {
  if (pattern !== null) {
    context.globalAlpha = PATTERN_ALPHA;
    context.fillStyle = pattern;
    context.fillRect(box.left, box.top, box.width, box.height);
    context.globalAlpha = 1;
  }
}

function paintLabel(
  context: CanvasRenderingContext2D,
  { columns }: FlameRun,
  box: Box,
  fill: Fill,
  letterPx: number,
  hatched: boolean,
): void {
  const left = Math.max(box.left, 0) + PADDING_PX;
  const room = box.left + box.width - PADDING_PX - left;
  if (room < 2 * letterPx) {
    return;
  }
  const warning = hasFlag(columns, box.frame, FLAG_ABSURD) ? WARNING : "";
  const name = shownNameOf(columns, box.frame);
  const label = fitLabel(deltaTextOf(columns, box.frame), warning + name, Math.floor(room / letterPx));
  if (label === "") {
    return;
  }
  // Counting letters is exact for the monospaced font and safe for most; the clip is for what is wider than an M.
  context.save();
  context.beginPath();
  context.rect(left, box.top, room, box.height);
  context.clip();
  if (hatched) {
    const behind = { ...box, left: left - 2, width: context.measureText(label).width + PADDING_PX };
    fillBox(context, { ...behind, top: box.top + 2, height: box.height - 4 }, fill.box);
  }
  context.fillStyle = fill.text;
  context.fillText(label, left, box.top + box.height / 2 + 0.5);
  context.restore();
}

/** Over-explained: what lies below adds up to more than this box grew. */
function paintCorner(context: CanvasRenderingContext2D, box: Box, fill: Fill): void {
  const right = box.left + box.width;
  const size = Math.min(CORNER_PX, box.width);
  context.fillStyle = fill.text;
  context.beginPath();
  context.moveTo(right - size, box.top);
  context.lineTo(right, box.top);
  context.lineTo(right, box.top + size);
  context.fill();
}
