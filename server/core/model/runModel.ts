// Stage: run → figures by name, before any source is known. Spans, charges and kinds of one run, computed together.
import { checkRun } from "../log/checks.ts";
import type { Run } from "../log/record.ts";
import { type Charge, chargesOf } from "./charges.ts";
import { type KindFigure, kindFiguresOf } from "./kindFigures.ts";
import { type Span, spansOf } from "./spans.ts";

export interface RunModel {
  readonly run: Run;
  readonly spans: readonly Span[];
  readonly charges: readonly Charge[];
  readonly kinds: readonly KindFigure[];
  readonly remainders: readonly Remainder[];
}

/** The part of a span, or of a step in it, that no printed line explains; negative where the lines explain too much. */
export interface Remainder {
  readonly span: number;
  /** −1 for the span itself. */
  readonly step: number;
  readonly bytes: number;
}

/** @param kindNames node kind number → name, from the workspace's constants or the fallback table */
export function modelRun(run: Run, kindNames: ReadonlyMap<number, string>): RunModel {
  const { absurdPhases, absurdFunctionRows, absurdKindRows } = checkRun(run);
  const spans = spansOf(run, absurdPhases);
  const charges = chargesOf(run, spans, absurdFunctionRows);
  const kinds = kindFiguresOf(run, spans, kindNames, absurdKindRows);
  return { run, spans, charges, kinds, remainders: remaindersOf(spans, charges) };
}

/** One for each span and step whose delta is known and true. Node kinds explain nothing here, since they overlap. */
function remaindersOf(spans: readonly Span[], charges: readonly Charge[]): readonly Remainder[] {
  const explained = new Map<string, number>();
  for (const { span, step, deltaBytes, absurd } of charges) {
    const key = `${span} ${step}`;
    explained.set(key, (explained.get(key) ?? 0) + (absurd ? 0 : deltaBytes));
  }
  const rest = (span: number, step: number, bytes: number): Remainder => ({
    ...{ span, step },
    bytes: bytes - (explained.get(`${span} ${step}`) ?? 0),
  });
  return spans.flatMap((span, index) => {
    if (span.deltaBytes === undefined || span.absurd || span.kind !== "phase") {
      return [];
    }
    const steps = span.steps.flatMap((step, at) =>
      step.deltaBytes === undefined ? [] : [rest(index, at, step.deltaBytes)],
    );
    const inSteps = span.steps.reduce((sum, step) => sum + (step.deltaBytes ?? 0), 0);
    return [...steps, rest(index, -1, span.deltaBytes - inSteps)];
  });
}

/** Σ of the spans' kind totals against the net growth: a fact about overlap, never a total to show as growth. */
export function overlapOf(kinds: readonly KindFigure[]): {
  readonly sumBytes: number;
  readonly count: number;
} {
  const counted = kinds.filter((kind) => !kind.absurd);
  return { sumBytes: counted.reduce((sum, kind) => sum + kind.totalBytes, 0), count: counted.length };
}
