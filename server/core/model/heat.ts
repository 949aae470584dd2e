// Heat levels on a scale over the run, or over one file: on a log curve, so that one large value does not paint the
// rest cold, or on a linear one.

export const HEAT_LEVELS = [1, 2, 3] as const;
export type HeatLevel = (typeof HEAT_LEVELS)[number];

export const HEAT_CURVES = ["logarithmic", "linear"] as const;
/** Levels are thirds between least and largest figure in the logarithm, or thirds of the largest figure. */
export type HeatCurve = (typeof HEAT_CURVES)[number];

/** Least and largest figure of one family (compiled functions, or compiler code) in the run or file, in bytes. */
export interface HeatScale {
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** Undefined when there is nothing to scale: no positive figure. */
export function heatScale(values: readonly number[]): HeatScale | undefined {
  let minBytes = Number.POSITIVE_INFINITY;
  let maxBytes = 0;
  for (const value of values) {
    if (value > 0) {
      minBytes = Math.min(minBytes, value);
      maxBytes = Math.max(maxBytes, value);
    }
  }
  return maxBytes > 0 ? { minBytes, maxBytes } : undefined;
}

/** Level of a growth, by its place on the scale; undefined for a release or zero. */
export function heatLevel(
  bytes: number,
  scale: HeatScale,
  curve: HeatCurve = "logarithmic",
): HeatLevel | undefined {
  if (!(bytes > 0)) {
    return undefined;
  }
  const place = curve === "linear" ? bytes / scale.maxBytes : logarithmicPlace(bytes, scale);
  const index = Math.min(HEAT_LEVELS.length - 1, Math.max(0, Math.floor(place * HEAT_LEVELS.length)));
  return HEAT_LEVELS[index];
}

function logarithmicPlace(bytes: number, { minBytes, maxBytes }: HeatScale): number {
  const width = Math.log(maxBytes / minBytes);
  return width > 0 ? Math.log(bytes / minBytes) / width : 1;
}
