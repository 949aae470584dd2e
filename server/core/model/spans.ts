// Stage: run → spans. A run is a row of spans without overlap: what lies between two main readings, the gap that the
// log itself shows between them, the level before the first delta, and the part that no reading has closed yet.
import { MEBIBYTE } from "../base/units.ts";
import type { Phase, RowSpan, Run } from "../log/record.ts";

export type SpanKind = "start" | "phase" | "gap" | "open";

export interface Span {
  readonly kind: SpanKind;
  /** The phase's name; a gap bears the name of the phase that comes after it. */
  readonly name: string;
  /** 0-based line of the reading; undefined for the open span. */
  readonly line: number | undefined;
  /** Signed bytes; undefined where the log gives none (`init … current`, the open span). */
  readonly deltaBytes: number | undefined;
  readonly elapsedMs: number | undefined;
  /** The value cannot be true. Kept, but in no sum and no scale. */
  readonly absurd: boolean;
  /** Sub-phases in order, each measured from the reading before it. Rows behind the last one are the span's own. */
  readonly steps: readonly Step[];
  readonly functionRows: RowSpan;
  readonly kindRows: RowSpan;
  readonly probeRows: RowSpan;
}

/** A sub-phase (`resolve_pass1`), with the growth since the reading before it. */
export interface Step {
  readonly name: string;
  readonly line: number;
  readonly deltaBytes: number | undefined;
  readonly functionRows: RowSpan;
  readonly kindRows: RowSpan;
  readonly probeRows: RowSpan;
}

export function spansOf(run: Run): readonly Span[] {
  const spans: Span[] = [];
  let steps: Step[] = [];
  let base: number | undefined;
  let before: number | undefined;
  for (const [index, phase] of run.phases.entries()) {
    if (phase.subPhase) {
      steps.push(stepOf(phase, before));
    } else {
      const absurd = run.absurd.phases.has(index);
      spans.push(...spansOfPhase(phase, base, steps, absurd));
      steps = [];
      base = phase.rssBytes;
    }
    before = phase.rssBytes;
  }
  const open = openSpan(run, steps);
  return open === undefined ? spans : [...spans, open];
}

function stepOf(phase: Phase, before: number | undefined): Step {
  const { name, line, functionRows, kindRows, probeRows } = phase;
  const deltaBytes = before === undefined ? phase.deltaBytes : phase.rssBytes - before;
  return { name, line, deltaBytes, functionRows, kindRows, probeRows };
}

function spansOfPhase(
  phase: Phase,
  base: number | undefined,
  steps: readonly Step[],
  absurd: boolean,
): Span[] {
  const { name, line, elapsedMs, functionRows, kindRows, probeRows } = phase;
  const deltaBytes = phase.deltaBytes ?? phase.growthBytes;
  const span: Span = {
    kind: base === undefined && deltaBytes === undefined ? "start" : "phase",
    ...{ name, line, deltaBytes, elapsedMs, absurd, steps, functionRows, kindRows, probeRows },
  };
  const gapBytes = gapBefore(phase, base);
  if (gapBytes === undefined || absurd) {
    return [span];
  }
  const kind = base === undefined ? "start" : "gap";
  const noRows = { functionRows: NO_ROWS, kindRows: NO_ROWS, probeRows: NO_ROWS };
  return [{ ...span, kind, deltaBytes: gapBytes, steps: [], ...noRows }, span];
}

/** Growth that the phase's own line does not claim: its reading minus its delta is not where the last one ended. */
function gapBefore(phase: Phase, base: number | undefined): number | undefined {
  if (phase.deltaBytes === undefined || phase.approximate) {
    return undefined;
  }
  const gap = phase.rssBytes - phase.deltaBytes - (base ?? 0);
  // Every figure is floored to whole MB, so one MB either way is rounding.
  return Math.abs(gap) > MEBIBYTE ? gap : undefined;
}

function openSpan(run: Run, steps: readonly Step[]): Span | undefined {
  const last = run.phases.at(-1);
  const functionRows = { from: last?.functionRows.to ?? 0, to: run.functions.length };
  const kindRows = { from: last?.kindRows.to ?? 0, to: run.kinds.length };
  const probeRows = { from: last?.probeRows.to ?? 0, to: run.probes.length };
  if (steps.length === 0 && [functionRows, kindRows, probeRows].every(({ from, to }) => from === to)) {
    return undefined;
  }
  const deltaBytes =
    steps.length === 0 ? undefined : steps.reduce((sum, step) => sum + (step.deltaBytes ?? 0), 0);
  return {
    ...{ kind: "open", name: "", line: undefined, deltaBytes, elapsedMs: undefined, absurd: false },
    ...{ steps, functionRows, kindRows, probeRows },
  };
}

const NO_ROWS: RowSpan = { from: 0, to: 0 };
