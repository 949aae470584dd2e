// What macOS prints about memory → memory pressure.
import type { Pressure } from "../runFile.ts";

const UNITS: Readonly<Record<string, number>> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 };

/**
 * What a text does not say is null.
 * @param vmStat what `vm_stat` prints @param swapUsage what `sysctl vm.swapusage` prints
 */
export function parseMacMemory(vmStat: string, swapUsage: string): Pressure {
  const pageBytes = Number(/page size of (\d{1,9}) bytes/.exec(vmStat)?.[1] ?? Number.NaN);
  const bytesOf = (pages: number | null): number | null => {
    const bytes = pages === null ? Number.NaN : pages * pageBytes;
    return Number.isSafeInteger(bytes) ? bytes : null;
  };
  return {
    freeBytes: bytesOf(freePages(vmStat)),
    swapUsedBytes: swapUsed(swapUsage),
    // As large as it was before it was compressed: RSS does not count it.
    compressedBytes: bytesOf(pagesOf(vmStat, "Pages stored in compressor")),
  };
}

/** Free, or to be had at once from what is only kept because there was room. */
function freePages(vmStat: string): number | null {
  const free = pagesOf(vmStat, "Pages free");
  const others = ["Pages inactive", "Pages speculative", "Pages purgeable"];
  return others.reduce((sum: number | null, name) => {
    const pages = pagesOf(vmStat, name);
    return sum === null || pages === null ? null : sum + pages;
  }, free);
}

function pagesOf(vmStat: string, name: string): number | null {
  const digits = new RegExp(`^${name}:\\s+(\\d{1,15})\\.?\\s*$`, "m").exec(vmStat)?.[1];
  return digits === undefined ? null : Number(digits);
}

function swapUsed(text: string): number | null {
  const [, digits, unit = ""] = /\bused = (\d{1,12}(?:[.,]\d{1,6})?)([KMGT])\b/.exec(text) ?? [];
  const size = UNITS[unit];
  return digits === undefined || size === undefined
    ? null
    : Math.round(Number(digits.replace(",", ".")) * size);
}
