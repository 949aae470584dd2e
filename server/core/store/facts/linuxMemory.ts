// `/proc/meminfo` of Linux → memory pressure.
import type { Pressure } from "../runFile.ts";

/** What the text does not say is null. */
export function parseMeminfo(text: string): Pressure {
  const total = kilobytes(text, "SwapTotal");
  const free = kilobytes(text, "SwapFree");
  return {
    freeBytes: kilobytes(text, "MemAvailable"),
    swapUsedBytes: total === null || free === null ? null : Math.max(0, total - free),
    // What went into zswap, as large as it was before.
    compressedBytes: kilobytes(text, "Zswapped"),
  };
}

function kilobytes(text: string, name: string): number | null {
  const digits = new RegExp(`^${name}:\\s+(\\d{1,12}) kB$`, "m").exec(text)?.[1];
  return digits === undefined ? null : Number(digits) * 1024;
}
