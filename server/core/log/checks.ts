// Values that cannot be true, and deltas that do not fit their readings (design: what the numbers mean).
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatReading, MEBIBYTE } from "../base/units.ts";
import type { Problem, ProblemCode, Run } from "./record.ts";

export interface Checks {
  readonly problems: readonly Problem[];
  /** Indices into `run.phases`. */
  readonly absurdPhases: ReadonlySet<number>;
  /** Rows of `run.functions`. */
  readonly absurdFunctionRows: ReadonlySet<number>;
  /** Rows of `run.kinds`. */
  readonly absurdKindRows: ReadonlySet<number>;
}

/** How many absurd rows of one family are told one by one; all are flagged. */
const TOLD = 200;

/** Without a reading there is no limit to test against, and nothing is absurd but a delta for a count of 0. */
export function checkRun(run: Run): Checks {
  const limit = Math.max(run.maxReadingBytes ?? 0, run.peakBytes ?? 0);
  const problems: Problem[] = [];
  const tell = (line: number, code: ProblemCode, message: string): void => {
    problems.push({ line, column: 0, code, message });
  };
  const isAbsurd = (bytes: number | undefined): boolean =>
    limit > 0 && bytes !== undefined && Math.abs(bytes) > limit;
  return {
    absurdPhases: absurdPhases(run, limit, isAbsurd, tell),
    absurdFunctionRows: absurdFunctions(run, limit, isAbsurd, tell),
    absurdKindRows: absurdKinds(run, limit, isAbsurd, tell),
    problems,
  };
}

type Test = (bytes: number | undefined) => boolean;
type Tell = (line: number, code: ProblemCode, message: string) => void;

function absurdPhases(run: Run, limit: number, isAbsurd: Test, tell: Tell): ReadonlySet<number> {
  const absurd = new Set<number>();
  for (const [index, { line, name, deltaBytes, growthBytes, subPhase }] of run.phases.entries()) {
    if (isAbsurd(deltaBytes)) {
      absurd.add(index);
      tell(line, "absurd-delta", absurdText(deltaBytes ?? 0, limit));
    } else if (deltaBytes !== undefined && growthBytes !== undefined && run.kind === "measured" && !subPhase) {
      // Every figure is floored to whole MB: two of them may differ by one.
      if (Math.abs(deltaBytes - growthBytes) > MEBIBYTE) {
        const figures = { phase: name, printed: formatDelta(deltaBytes), computed: formatDelta(growthBytes) };
        tell(line, "growth-mismatch", t("problem.growthMismatch", figures));
      }
    }
  }
  return absurd;
}

function absurdFunctions({ functions }: Run, limit: number, isAbsurd: Test, tell: Tell): ReadonlySet<number> {
  const absurd = new Set<number>();
  for (let row = 0; row < functions.length; row++) {
    const bytes = functions.deltaBytes[row];
    if (isAbsurd(bytes)) {
      absurd.add(row);
      if (absurd.size <= TOLD) {
        tell(functions.line[row] ?? 0, "absurd-delta", absurdText(bytes ?? 0, limit));
      }
    }
  }
  return absurd;
}

/** Inclusive totals may go above the peak, since nested walks count again; their average may not. */
function absurdKinds({ kinds }: Run, limit: number, isAbsurd: Test, tell: Tell): ReadonlySet<number> {
  const absurd = new Set<number>();
  for (let row = 0; row < kinds.length; row++) {
    const bytes = kinds.deltaBytes[row] ?? 0;
    const count = kinds.count[row] ?? 0;
    const line = kinds.line[row] ?? 0;
    if (count === 0 && bytes !== 0) {
      absurd.add(row);
      tell(line, "count-zero", t("problem.countZero", { delta: formatDelta(bytes) }));
    } else if (count > 0 && isAbsurd(bytes / count)) {
      absurd.add(row);
      const figures = { average: formatAmount(bytes / count), count: formatCount(count), limit: formatReading(limit) };
      tell(line, "absurd-average", t("problem.absurdAverage", figures));
    }
  }
  return absurd;
}

function absurdText(bytes: number, limit: number): string {
  return t("problem.absurdDelta", { delta: formatDelta(bytes), limit: formatReading(limit) });
}
