// A run → its figures as values that can be compared.
import type { Run } from "../../log/record.ts";
import type { Charge } from "../charges.ts";
import type { KindFigure } from "../kindFigures.ts";
import type { RunModel } from "../runModel.ts";
import type { Span } from "../spans.ts";
import type { Value } from "./figureDiff.ts";
import type { PhaseDiff } from "./runDiff.ts";

export interface PhaseValue extends Value {
  readonly part: PhaseDiff["part"];
}

export interface KindValue extends Value {
  readonly dispatcher: string;
}

/** Phases, the gaps between them, and their sub-phases, in log order. The open phase has no name to be known by. */
export function phaseValues({ run, spans }: RunModel): readonly PhaseValue[] {
  const tilded = new Set(run.phases.filter(({ approximate }) => approximate).map(({ line }) => line));
  return spans.flatMap((span) => [
    ...span.steps.map(
      (step): PhaseValue => ({
        ...{ part: "step", name: step.name, phase: span.kind === "open" ? undefined : span.name },
        ...{ bytes: step.deltaBytes, absurd: Number.isNaN(step.deltaBytes) },
        approximate: isExpected(run) || tilded.has(step.line),
      }),
    ),
    ...(span.kind === "open" ? [] : [spanValue(span, isExpected(run) || tilded.has(span.line ?? -1))]),
  ]);
}

function spanValue({ kind, name, deltaBytes, absurd }: Span, approximate: boolean): PhaseValue {
  return { part: kind, name, phase: undefined, bytes: deltaBytes, absurd, approximate };
}

export function functionValue({ name, phase, deltaBytes, absurd }: Charge, run: Run): Value {
  return { name, phase, bytes: deltaBytes, absurd, approximate: isExpected(run) };
}

export function kindValue(kind: KindFigure, run: Run): KindValue {
  const { name, phase, dispatcher, totalBytes, absurd } = kind;
  return { name, phase, dispatcher, bytes: totalBytes, absurd, approximate: isExpected(run) };
}

export function isExpected({ kind }: Run): boolean {
  return kind === "expectation";
}
