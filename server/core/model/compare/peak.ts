// The highest resident set of a run, and where that figure is from.
import type { Run } from "../../log/record.ts";
import type { PeakOrigin } from "../../store/runFile.ts";
import { figureDiff, type Pair, type Value } from "./figureDiff.ts";
import type { PeakDiff } from "./runDiff.ts";
import type { RunFacts } from "./runFacts.ts";
import { isExpected } from "./values.ts";

export interface Peak {
  readonly bytes: number;
  readonly from: PeakOrigin;
}

/** What the compiler printed, else what was measured around it, else the highest reading, which may be below the peak. */
export function peakOf(run: Run, { peakBytes, peakFrom }: RunFacts): Peak | undefined {
  if (run.peakBytes !== undefined) {
    return { bytes: run.peakBytes, from: "printed" };
  }
  if (peakBytes !== null && (peakFrom === "measured" || peakFrom === "printed")) {
    return { bytes: peakBytes, from: peakFrom };
  }
  return run.maxReadingBytes === undefined ? undefined : { bytes: run.maxReadingBytes, from: "reading" };
}

/** One run with what is known of its peak. */
export interface PeakSide {
  readonly run: Run;
  readonly peak: Peak | undefined;
}

/** @param isEven the runs came equally far: else the highest of some readings says nothing of the others */
export function peakDiff(base: PeakSide, run: PeakSide, isEven: boolean): PeakDiff | undefined {
  const pair = pairOf(peakValue(base), peakValue(run));
  if (pair === undefined) {
    return undefined;
  }
  const isPartial = !isEven && (base.peak?.from === "reading" || run.peak?.from === "reading");
  const unknown = { differenceBytes: undefined, ratio: undefined, noChange: false };
  return {
    ...figureDiff(pair),
    ...(isPartial ? unknown : {}),
    baseFrom: base.peak?.from,
    newFrom: run.peak?.from,
  };
}

function peakValue({ run, peak }: PeakSide): Value | undefined {
  return peak === undefined
    ? undefined
    : { name: "peak", phase: undefined, bytes: peak.bytes, absurd: false, approximate: isExpected(run) };
}

/** A peak that one side does not tell has not come or gone with it. */
function pairOf(base: Value | undefined, run: Value | undefined): Pair<Value> | undefined {
  if (base === undefined && run === undefined) {
    return undefined;
  }
  const unknown = { name: "peak", phase: undefined, bytes: undefined, absurd: false, approximate: false };
  return { base: base ?? unknown, run: run ?? unknown, isRenamed: false };
}
