// Two values of one figure → their difference.
import { MEBIBYTE } from "../../base/units.ts";
import type { Fate, FigureDiff } from "./runDiff.ts";

/** A figure of one run. */
export interface Value {
  readonly name: string;
  readonly phase: string | undefined;
  /** Undefined where the log gives none; NaN where it cannot be counted. */
  readonly bytes: number | undefined;
  readonly absurd: boolean;
  readonly approximate: boolean;
}

/** A figure that at least one run has. */
export type Pair<V extends object> =
  | { readonly base: V; readonly run: V; readonly isRenamed: boolean }
  | { readonly base: V; readonly run: undefined }
  | { readonly base: undefined; readonly run: V };

/** What a side that has no line of the figure says all the same: it would print it from so many bytes on. */
export type Below = (value: Value) => number | undefined;

/** @param below of the base and of the run, each asked about figures that it does not have */
export function figureDiff(
  pair: Pair<Value>,
  below: { readonly base: Below; readonly run: Below } = NO_THRESHOLD,
): FigureDiff {
  const { base, run } = pair;
  const shown = run ?? base;
  const differenceBytes = difference(base, run);
  const baseBytes = known(base);
  return {
    ...{ name: shown.name, phase: shown.phase, baseBytes, newBytes: known(run), differenceBytes },
    ratio: ratioOf(differenceBytes, baseBytes),
    fate: fateOf(pair),
    renamedFrom: fateOf(pair) === "renamed" ? base?.name : undefined,
    noChange:
      differenceBytes !== undefined && Math.abs(differenceBytes) <= resolutionOf([known(base), known(run)]),
    absurd: isAbsurd(base) || isAbsurd(run),
    approximate: base?.approximate === true || run?.approximate === true,
    baseBelowBytes: base === undefined ? below.base(shown) : undefined,
    newBelowBytes: run === undefined ? below.run(shown) : undefined,
  };
}

const NO_THRESHOLD = { base: () => undefined, run: () => undefined };

/** Undefined where there is nothing to measure the difference by. */
export function ratioOf(difference: number | undefined, base: number | undefined): number | undefined {
  return difference === undefined || base === undefined || base === 0
    ? undefined
    : difference / Math.abs(base);
}

function fateOf(pair: Pair<Value>): Fate {
  if (pair.base === undefined) {
    return "new";
  }
  if (pair.run === undefined) {
    return "gone";
  }
  return pair.isRenamed ? "renamed" : "both";
}

function difference(base: Value | undefined, run: Value | undefined): number | undefined {
  const [before, after] = [known(base), known(run)];
  return before === undefined || after === undefined || isAbsurd(base) || isAbsurd(run)
    ? undefined
    : after - before;
}

function known(value: Value | undefined): number | undefined {
  return value?.bytes === undefined || Number.isNaN(value.bytes) ? undefined : value.bytes;
}

function isAbsurd(value: Value | undefined): boolean {
  return value !== undefined && (value.absurd || Number.isNaN(value.bytes));
}

/** The compiler floors to whole MB, so that two equal sizes may print as 5 and 6 MB; our own lines give bytes. */
export function resolutionOf(values: readonly (number | undefined)[]): number {
  return values.some((bytes) => bytes !== undefined && bytes % MEBIBYTE === 0) ? MEBIBYTE : 0;
}
