// Was memory short while a run went on? Then pages were moved out of its resident set, which is a lower bound.
import { MEBIBYTE } from "../../base/units.ts";
import type { PressureSpan } from "../../store/runFile.ts";

/** More was swapped out or compressed after the run than before it. */
export function isUnderPressure({ before, after }: PressureSpan): boolean {
  return (
    grew(before?.swapUsedBytes, after?.swapUsedBytes) || grew(before?.compressedBytes, after?.compressedBytes)
  );
}

/** By more than what a quiet system moves about. */
const QUIET_BYTES = 16 * MEBIBYTE;

function grew(before: number | null | undefined, after: number | null | undefined): boolean {
  return (after ?? 0) - (before ?? after ?? 0) > QUIET_BYTES;
}
