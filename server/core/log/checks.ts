// Values that cannot be true, found when a run is looked at as a whole. They are flagged, never dropped.
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatReading, MEBIBYTE } from "../base/units.ts";
import { highest } from "./findings.ts";
import { firstProblems, ProblemList } from "./problemList.ts";
import type {
  Absurd,
  FunctionRows,
  KindRows,
  Phase,
  ProbeRows,
  Problem,
  ProblemCode,
  Run,
} from "./record.ts";

/** The parts of a run that are looked at. */
type CheckedRun = Pick<
  Run,
  "kind" | "phases" | "functions" | "kinds" | "probes" | "peakBytes" | "maxReadingBytes"
>;

interface RunChecks {
  readonly absurd: Absurd;
  /** In line order; at most as many as a run keeps. */
  readonly problems: readonly Problem[];
  /** How many there are beyond those. */
  readonly furtherProblems: number;
}

/** What a look at one part of the run found. */
class Finds {
  readonly absurd = new Set<number>();
  readonly problems = new ProblemList();
}

export function checkRun(run: CheckedRun): RunChecks {
  // Without a reading and a peak nothing is too large.
  const limit = highest([run.maxReadingBytes, run.peakBytes]) ?? Number.POSITIVE_INFINITY;
  const phases = checkPhases(run, limit);
  const functions = checkFunctions(run.functions, limit);
  const kinds = checkKinds(run.kinds, limit);
  const probes = checkProbes(run.probes, limit);
  const { kept, further } = firstProblems([
    phases.problems,
    functions.problems,
    kinds.problems,
    probes.problems,
  ]);
  return {
    absurd: {
      phases: phases.absurd,
      functionRows: functions.absurd,
      kindRows: kinds.absurd,
      probeRows: probes.absurd,
    },
    ...{ problems: kept, furtherProblems: further },
  };
}

function checkPhases({ phases, kind }: CheckedRun, limit: number): Finds {
  const finds = new Finds();
  for (const [index, phase] of phases.entries()) {
    const { line, rssBytes, deltaBytes } = phase;
    if (Number.isNaN(rssBytes) || Number.isNaN(deltaBytes)) {
      finds.absurd.add(index);
    } else if (deltaBytes !== undefined && Math.abs(deltaBytes) > limit) {
      finds.absurd.add(index);
      finds.problems.add(() => absurdDelta(line, deltaBytes, limit));
    } else if (kind === "measured" && mismatches(phase)) {
      finds.problems.add(() => growthMismatch(phase));
    }
  }
  return finds;
}

/** Readings and deltas are floored, each by itself, so they may differ by one MB and still agree. */
function mismatches({ deltaBytes, growthBytes, subPhase }: Phase): boolean {
  return (
    !subPhase &&
    deltaBytes !== undefined &&
    growthBytes !== undefined &&
    Math.abs(deltaBytes - growthBytes) > MEBIBYTE
  );
}

/** A folded row is a sum of lines that were below the highest reading then; the sum itself may well be above it. */
function checkFunctions({ length, line, deltaBytes, repeats }: FunctionRows, limit: number): Finds {
  const finds = new Finds();
  for (let row = 0; row < length; row++) {
    const delta = deltaBytes[row] ?? 0;
    if ((repeats?.[row] ?? 1) > 1) {
      continue;
    }
    if (Number.isNaN(delta)) {
      finds.absurd.add(row);
    } else if (Math.abs(delta) > limit) {
      finds.absurd.add(row);
      finds.problems.add(() => absurdDelta(line[row] ?? 0, delta, limit));
    }
  }
  return finds;
}

/** Totals of kinds are inclusive and may well be above the limit; their average per count may not. */
function checkKinds({ length, line, deltaBytes, count }: KindRows, limit: number): Finds {
  const finds = new Finds();
  for (let row = 0; row < length; row++) {
    const total = deltaBytes[row] ?? 0;
    const times = count[row] ?? 0;
    if (Number.isNaN(total) || Number.isNaN(times)) {
      finds.absurd.add(row);
    } else if (times === 0 && total !== 0) {
      finds.absurd.add(row);
      finds.problems.add(() => countZero(line[row] ?? 0, total));
    } else if (times > 0 && Math.abs(total) / times > limit) {
      finds.absurd.add(row);
      finds.problems.add(() => absurdAverage(line[row] ?? 0, total, times, limit));
    }
  }
  return finds;
}

/** Inclusive as kinds are, but for functions; what a site asks for is no RSS, so that nothing bounds it. */
function checkProbes(
  { length, line, place, places, selfBytes, totalBytes, count }: ProbeRows,
  limit: number,
) {
  const finds = new Finds();
  for (let row = 0; row < length; row++) {
    const type = places[place[row] ?? -1]?.type;
    const total = totalBytes[row] ?? Number.NaN;
    const times = count[row] ?? Number.NaN;
    const largest = Math.max(Math.abs(total), Math.abs(orZero(selfBytes[row])));
    if (type === "site") {
      continue;
    }
    if (Number.isNaN(total)) {
      finds.absurd.add(row);
    } else if (type === "function" ? largest > limit : times > 0 && largest / times > limit) {
      finds.absurd.add(row);
      finds.problems.add(() =>
        type === "function"
          ? absurdDelta(line[row] ?? 0, total, limit)
          : absurdAverage(line[row] ?? 0, total, times, limit),
      );
    } else if (times === 0 && total !== 0) {
      finds.absurd.add(row);
      finds.problems.add(() => countZero(line[row] ?? 0, total));
    }
  }
  return finds;
}

function orZero(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

function absurdDelta(line: number, deltaBytes: number, limit: number): Problem {
  const texts = { delta: formatDelta(deltaBytes), limit: formatReading(limit) };
  return problem(line, "absurd-delta", t("problem.absurdDelta", texts));
}

function absurdAverage(line: number, totalBytes: number, count: number, limit: number): Problem {
  const texts = {
    ...{ total: formatDelta(totalBytes), count: formatCount(count) },
    ...{ average: formatAmount(totalBytes / count), limit: formatReading(limit) },
  };
  return problem(line, "absurd-average", t("problem.absurdAverage", texts));
}

function countZero(line: number, totalBytes: number): Problem {
  return problem(line, "count-zero", t("problem.countZero", { total: formatDelta(totalBytes) }));
}

function growthMismatch({ line, name, deltaBytes = 0, growthBytes = 0 }: Phase): Problem {
  const texts = { delta: formatDelta(deltaBytes), growth: formatDelta(growthBytes), name };
  return problem(line, "growth-mismatch", t("problem.growthMismatch", texts));
}

/** Columns of values are not kept with the rows, so these problems stand at the beginning of their line. */
function problem(line: number, code: ProblemCode, message: string): Problem {
  return { line, column: 0, code, message };
}
