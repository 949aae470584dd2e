// Stage: run → figures by name, before any source is known. Spans, charges and kinds of one run, computed together.
import type { Run } from "../log/record.ts";
import { type Charge, chargeGroups } from "./charges.ts";
import { type KindFigure, kindFiguresOf } from "./kindFigures.ts";
import { type ProbeFigure, probeFiguresOf } from "./probeFigures.ts";
import { probeSpansOf } from "./probeSpans.ts";
import { Explained, type Remainder, remaindersOf } from "./remainders.ts";
import { type Span, spansOf } from "./spans.ts";

export interface RunModel {
  readonly run: Run;
  readonly spans: readonly Span[];
  readonly charges: readonly Charge[];
  readonly kinds: readonly KindFigure[];
  /** Checkpoints, callees and sites, in log order. */
  readonly probes: readonly ProbeFigure[];
  readonly remainders: readonly Remainder[];
}

/** @param kindNames node kind number → name, from the workspace's constants or the fallback table */
export function modelRun(run: Run, kindNames: ReadonlyMap<number, string>): RunModel {
  const spans = spansOf(run);
  const probeSpans = probeSpansOf(spans);
  const groups = [...chargeGroups({ run, spans, probeSpans })];
  const kinds = kindFiguresOf({ run, spans, probeSpans, names: kindNames });
  const probes = probeFiguresOf(run, probeSpans);
  const explained = new Explained();
  for (const group of groups) {
    explained.add(group);
  }
  return { run, spans, charges: groups.flat(), kinds, probes, remainders: remaindersOf(spans, explained) };
}

/** Σ of the spans' kind totals against the net growth: a fact about overlap, never a total to show as growth. */
export function overlapOf(kinds: readonly KindFigure[]): {
  readonly sumBytes: number;
  readonly count: number;
} {
  const counted = kinds.filter((kind) => !kind.absurd);
  return { sumBytes: counted.reduce((sum, kind) => sum + kind.totalBytes, 0), count: counted.length };
}
