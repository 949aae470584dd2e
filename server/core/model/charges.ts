// Stage: run → charges. A charge is the growth while the compiler worked on one function's body in one phase.
import type { RowSpan, Run } from "../log/record.ts";
import type { Span } from "./spans.ts";

export interface Charge {
  /** As logged: `mir_lower$mir_lower_expr`. */
  readonly name: string;
  /** Index of the span it belongs to. */
  readonly span: number;
  /** Index of the step inside the span; −1 when it belongs to the span itself. */
  readonly step: number;
  /** Name of the phase or sub-phase; undefined while the phase is still open. */
  readonly phase: string | undefined;
  /** Signed bytes; several lines of one function in one phase lie one after the other, so they add up. */
  readonly deltaBytes: number;
  /** How many log lines it is made of. */
  readonly rows: number;
  /** First log line, 0-based. */
  readonly line: number;
  /** Fraction of the phase's delta; undefined where that is unknown, zero or absurd. */
  readonly share: number | undefined;
  /** 1 is the largest of the phase. 0 for an absurd one, which takes no part. */
  readonly rank: number;
  /** How many took part in the ranking. */
  readonly of: number;
  readonly absurd: boolean;
}

/** Charges of every span, in span order, largest first within a phase. */
export function chargesOf(
  run: Run,
  spans: readonly Span[],
  absurdRows: ReadonlySet<number>,
): readonly Charge[] {
  return spans.flatMap((span, spanIndex) => [
    ...span.steps.flatMap((step, stepIndex) =>
      ranked(collect(run, step.functionRows, absurdRows), {
        ...{ span: spanIndex, step: stepIndex, phase: step.name, phaseBytes: step.deltaBytes },
      }),
    ),
    ...ranked(collect(run, span.functionRows, absurdRows), {
      span: spanIndex,
      step: -1,
      phase: span.kind === "open" ? undefined : span.name,
      phaseBytes: span.absurd ? undefined : span.deltaBytes,
    }),
  ]);
}

interface Sum {
  readonly name: string;
  readonly line: number;
  readonly absurd: boolean;
  deltaBytes: number;
  rows: number;
}

function collect(run: Run, span: RowSpan, absurdRows: ReadonlySet<number>): readonly Sum[] {
  const { name, line, deltaBytes, names } = run.functions;
  const sums = new Map<string, Sum>();
  for (let row = span.from; row < span.to; row++) {
    const id = name[row] ?? 0;
    const bytes = deltaBytes[row] ?? Number.NaN;
    // An absurd row stays apart, so that it cannot spoil the good rows of the same function.
    const absurd = absurdRows.has(row) || Number.isNaN(bytes);
    const key = absurd ? `absurd ${row}` : `${id}`;
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { name: names[id] ?? "", line: line[row] ?? 0, absurd, deltaBytes: bytes, rows: 1 });
    } else {
      sum.deltaBytes += bytes;
      sum.rows += 1;
    }
  }
  return [...sums.values()];
}

interface Place {
  readonly span: number;
  readonly step: number;
  readonly phase: string | undefined;
  readonly phaseBytes: number | undefined;
}

function ranked(sums: readonly Sum[], { span, step, phase, phaseBytes }: Place): readonly Charge[] {
  const counted = sums.filter((sum) => !sum.absurd).toSorted((a, b) => b.deltaBytes - a.deltaBytes);
  const flagged = sums.filter((sum) => sum.absurd);
  const whole = phaseBytes === undefined || phaseBytes === 0 ? undefined : phaseBytes;
  return [...counted, ...flagged].map((sum, index) => ({
    ...sum,
    ...{ span, step, phase },
    share: sum.absurd || whole === undefined ? undefined : sum.deltaBytes / whole,
    rank: sum.absurd ? 0 : index + 1,
    of: counted.length,
  }));
}
