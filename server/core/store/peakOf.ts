// The highest memory that a log tells of.
import type { Run } from "../log/record.ts";
import type { RunFile } from "./runFile.ts";

/** What the compiler printed, else the highest reading, which is only a lower bound. */
export function peakOf(run: Run): Pick<RunFile, "peakBytes" | "peakFrom"> {
  if (run.peakBytes !== undefined) {
    return { peakBytes: safe(run.peakBytes), peakFrom: "printed" };
  }
  const reading = run.maxReadingBytes === undefined ? null : safe(run.maxReadingBytes);
  return { peakBytes: reading, peakFrom: reading === null ? null : "reading" };
}

function safe(bytes: number): number | null {
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
}
