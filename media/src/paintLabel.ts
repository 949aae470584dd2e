import { FLAG_ABSURD } from "#core/view/flameColumns";
import type { FlameRun } from "./flameRun.ts";
import { hasFlag } from "./frames.ts";
import { deltaTextOf, shownNameOf } from "./frameText.ts";
import { fitLabel } from "./label.ts";
import type { Fill } from "./palette.ts";

const PADDING_PX = 4;
const WARNING = "⚠ ";

/** A box on the canvas, in CSS pixels. */
export interface Box {
  readonly frame: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelLook {
  readonly fill: Fill;
  /** Width of the font's widest letter. */
  readonly letterPx: number;
  /** The box bears a pattern: the label needs a plain ground. */
  readonly patterned: boolean;
}

/** Writes into the part of the box that is in sight as much of its label as there is room for. */
export function paintLabel(
  context: CanvasRenderingContext2D,
  { columns }: FlameRun,
  box: Box,
  { fill, letterPx, patterned }: LabelLook,
): void {
  const left = Math.max(box.left, 0) + PADDING_PX;
  const room = box.left + box.width - PADDING_PX - left;
  if (room < 2 * letterPx) {
    return;
  }
  const warning = hasFlag(columns, box.frame, FLAG_ABSURD) ? WARNING : "";
  const name = warning + shownNameOf(columns, box.frame);
  const label = fitLabel(deltaTextOf(columns, box.frame), name, Math.floor(room / letterPx));
  if (label === "") {
    return;
  }
  // Counting letters is exact for the monospaced font and safe for most; the clip is for what is wider than an M.
  context.save();
  context.beginPath();
  context.rect(left, box.top, room, box.height);
  context.clip();
  if (patterned) {
    context.fillStyle = fill.box;
    context.fillRect(left, box.top + 2, context.measureText(label).width + PADDING_PX, box.height - 4);
  }
  context.fillStyle = fill.text;
  context.fillText(label, left, box.top + box.height / 2 + 0.5);
  context.restore();
}
