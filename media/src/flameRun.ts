// One `show` message, decoded, with what can be known only by looking at every frame once.
import { decodeFlameBlock } from "#core/view/flameBlock";
import { FLAG_ABSURD, type FlameColumns, type OverlappingRow } from "#core/view/flameColumns";
import { type Hue, hueOf } from "./boxStyle.ts";
import { deltaOf, frameCount, hasFlag, weightOf } from "./frames.ts";
import type { ShowFlame } from "./messages.ts";

/** Listing more than this under a chart helps nobody. */
const LISTED_FRAMES = 50;

export interface FlameRun {
  readonly title: string;
  readonly generation: number;
  readonly locale: string;
  readonly columns: FlameColumns;
  readonly overlapping: readonly OverlappingRow[];
  readonly netBytes: number | null;
  /** Lines that compare it with the baseline; none without one. */
  readonly differences: readonly string[];
  /** The largest |delta| that can be true. */
  readonly largestBytes: number;
  readonly hues: ReadonlySet<Hue>;
  readonly flagged: FrameList;
  /** Logged, and true, but without a width: `tc_free +0 MB`. */
  readonly widthless: FrameList;
}

/** The first of the frames in question, and how many there are. */
export interface FrameList {
  readonly frames: readonly number[];
  readonly count: number;
}

/** @throws RangeError when the block is shorter than its header says. */
export function flameRunOf(show: ShowFlame): FlameRun {
  const { title, generation, locale, overlapping, netBytes, differences } = show;
  const columns = decodeFlameBlock(show.block, show.strings);
  return { title, generation, locale, columns, overlapping, netBytes, differences, ...surveyOf(columns) };
}

type Survey = Pick<FlameRun, "largestBytes" | "hues" | "flagged" | "widthless">;

function surveyOf(columns: FlameColumns): Survey {
  const hues = new Set<Hue>();
  const flagged = new ListBuilder();
  const widthless = new ListBuilder();
  let largestBytes = 0;
  for (let frame = 0; frame < frameCount(columns); frame++) {
    if (hasFlag(columns, frame, FLAG_ABSURD)) {
      flagged.add(frame);
      continue;
    }
    if (weightOf(columns, frame) === 0) {
      widthless.add(frame);
      continue;
    }
    const size = Math.abs(deltaOf(columns, frame));
    if (size > largestBytes) {
      largestBytes = size; // a comparison keeps NaN out, Math.max would not
    }
    hues.add(hueOf(columns, frame));
  }
  return { largestBytes, hues, flagged, widthless };
}

class ListBuilder implements FrameList {
  readonly frames: number[] = [];
  count = 0;

  add(frame: number): void {
    this.count++;
    if (this.frames.length < LISTED_FRAMES) {
      this.frames.push(frame);
    }
  }
}
