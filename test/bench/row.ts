/** What one measurement found, ready to be printed. */
export interface BenchRow {
  readonly name: string;
  /** Megabytes (1,000,000 bytes) a second: ours, and what the usual way does in the same run. */
  readonly oursMbPerSecond: number;
  readonly peerMbPerSecond: number;
  /** Megabytes (1,000,000 bytes) that stay allocated with the result. */
  readonly oursMemoryMb: number;
  readonly peerMemoryMb: number;
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) {
    throw new Error("no values");
  }
  return middle;
}

/** Bytes in use once the collector is through, also with what it frees on other threads; run with `--expose-gc`. */
export async function settledBytes(): Promise<number> {
  // The engine remembers the text that an expression last matched, and with it the whole log.
  /./.exec(" ");
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
