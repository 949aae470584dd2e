// Units as pasted tables write them, in headings and in cells.
import { MEBIBYTE } from "../../base/units.ts";

const KIBIBYTE = MEBIBYTE / 1024;
const GIBIBYTE = MEBIBYTE * 1024;

const BYTES_PER: ReadonlyMap<string, number> = new Map([
  ["byte", 1],
  ["bytes", 1],
  ["b", 1],
  ["kb", KIBIBYTE],
  ["kib", KIBIBYTE],
  ["mb", MEBIBYTE],
  ["mib", MEBIBYTE],
  ["gb", GIBIBYTE],
  ["gib", GIBIBYTE],
]);

const MS_PER: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1000],
  ["sec", 1000],
  ["seconds", 1000],
]);

/** Source of a regex for a unit of memory in a cell. `Mb` is none: it may mean bits. */
export const BYTE_UNIT = "bytes?|[KMG]i?B|kB|B";

/** Source of a regex for a unit of time in a cell. */
export const TIME_UNIT = "ms|seconds|sec|s";

/** Bytes in one `unit`, in whatever case it is written. */
export function bytesPer(unit: string): number | undefined {
  return BYTES_PER.get(unit.toLowerCase());
}

/** Milliseconds in one `unit`, in whatever case it is written. */
export function msPer(unit: string): number | undefined {
  return MS_PER.get(unit.toLowerCase());
}
