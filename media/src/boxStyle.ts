// What a box says by its look: hue by the sign and the kind, shade by the size, hatch where no line explains it.
import { scaleLog } from "d3";
import { MEBIBYTE } from "#core/base/units";
import type { FlameColumns } from "#core/view/flameColumns";
import { deltaOf, kindOf } from "./frames.ts";

export const HUES = ["growth", "release", "remainder", "phase", "start", "unknown"] as const;
export type Hue = (typeof HUES)[number];

/** Steps from faint to full. More could not be told apart. */
export const SHADES = 6;

/** Growth and release are different hues; only the log's own phases are set apart from what grew inside of them. */
export function hueOf(columns: FlameColumns, frame: number): Hue {
  const kind = kindOf(columns, frame);
  const delta = deltaOf(columns, frame);
  if (kind === "start") {
    return "start";
  }
  if (delta < 0) {
    return "release";
  }
  if (kind === "remainder" || kind === "gap") {
    return "remainder";
  }
  if (kind === "open" || Number.isNaN(delta)) {
    return "unknown";
  }
  return kind === "run" || kind === "phase" || kind === "subPhase" ? "phase" : "growth";
}

/** No printed line stands for this box, or its line has not come yet. */
export function isHatched(columns: FlameColumns, frame: number): boolean {
  const kind = kindOf(columns, frame);
  return kind === "remainder" || kind === "gap" || kind === "open";
}

/**
 * |delta| → shade, 0 to SHADES − 1. Logarithmic from the log's smallest unit to the run's largest growth, since growth
 * spans four orders of magnitude; NaN gets the faintest.
 */
export function shadeScale(largestBytes: number): (deltaBytes: number) => number {
  const scale = scaleLog()
    .domain([MEBIBYTE, Math.max(largestBytes, 2 * MEBIBYTE)])
    .range([0, SHADES - 1]);
  // Where one shade ends and the next begins: a few comparisons a box, no logarithm.
  const edges = Array.from({ length: SHADES - 1 }, (_, shade) => scale.invert(shade + 0.5));
  return (deltaBytes) => {
    const size = Math.abs(deltaBytes);
    let shade = 0;
    while (size >= (edges[shade] ?? Number.POSITIVE_INFINITY)) {
      shade++;
    }
    return shade;
  };
}
