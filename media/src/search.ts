// Binary search on sorted columns: what keeps drawing and hit testing independent of the number of frames.

/** First index in [from, to) whose value is at least `wanted`, else `to`. The values in between are sorted. */
export function lowerBound(values: ArrayLike<number>, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** As `lowerBound`, but costs the logarithm of the distance moved, not of the length: for answers near `from`. */
export function gallop(values: ArrayLike<number>, wanted: number, from: number, to: number): number {
  let known = from;
  let step = 1;
  while (known + step < to && (values[known + step] ?? Number.POSITIVE_INFINITY) < wanted) {
    known += step;
    step *= 2;
  }
  return lowerBound(values, wanted, known, Math.min(known + step, to));
}
