// Heat levels on a log scale over the run, so that one large value does not paint the rest cold.

export const HEAT_LEVELS = [1, 2, 3] as const;
export type HeatLevel = (typeof HEAT_LEVELS)[number];

/** Least and largest figure of one family (compiled functions, or compiler code) in the run, in bytes. */
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

/** Level of a growth, by its place between the scale's ends in the logarithm; undefined for a release or zero. */
export function heatLevel(bytes: number, scale: HeatScale): HeatLevel | undefined {
  if (!(bytes > 0)) {
    return undefined;
  }
  const width = Math.log(scale.maxBytes / scale.minBytes);
  const place = width > 0 ? Math.log(bytes / scale.minBytes) / width : 1;
  const index = Math.min(HEAT_LEVELS.length - 1, Math.max(0, Math.floor(place * HEAT_LEVELS.length)));
  return HEAT_LEVELS[index];
}
