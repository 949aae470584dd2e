// Several samples of one figure: what they scatter by, and whether two sets of them differ at all.
import { ratioOf, resolutionOf } from "./figureDiff.ts";

/** One figure over repeated runs. */
export interface Noise {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
  /** By how much a sample may be off for how it is printed: part of the band. */
  readonly resolution: number;
}

export interface NoisyDiff {
  readonly base: Noise;
  readonly run: Noise;
  /** Of the medians, new minus base. */
  readonly difference: number;
  /** Difference / |base|; undefined where the base is 0. */
  readonly ratio: number | undefined;
  /** The two bands meet: what lies between the medians may be chance. */
  readonly noChange: boolean;
}

/**
 * Undefined without samples; values that are no number are left out.
 * @param resolution of a sample; for bytes 1 MB where the log printed whole MB
 */
export function noiseOf(
  samples: readonly number[],
  resolution: number = resolutionOf(samples),
): Noise | undefined {
  const sorted = samples.filter((sample) => Number.isFinite(sample)).toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return min === undefined || max === undefined || low === undefined || high === undefined
    ? undefined
    : { median: (low + high) / 2, min, max, n: sorted.length, resolution };
}

export function noisyDiff(base: Noise, run: Noise): NoisyDiff {
  const difference = run.median - base.median;
  const resolution = Math.max(base.resolution, run.resolution);
  return {
    ...{ base, run, difference, ratio: ratioOf(difference, base.median) },
    noChange: run.min <= base.max + resolution && base.min <= run.max + resolution,
  };
}
