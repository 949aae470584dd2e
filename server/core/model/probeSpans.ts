// Which span a line of our own probes belongs to: the phase that it names, else the one whose reading follows it.
import type { ProbePlace } from "../log/record.ts";
import type { Span } from "./spans.ts";

export interface ProbeSpans {
  /** Span −1: the line names a phase that the log has no reading of. Step −1: the span itself. */
  of(row: number, place: ProbePlace): { span: number; step: number; phase: string | undefined };
}

interface Where {
  readonly span: number;
  readonly step: number;
}

export function probeSpansOf(spans: readonly Span[]): ProbeSpans {
  const byName = new Map<string, Where>();
  const byRow: { readonly to: number; readonly where: Where }[] = [];
  for (const [span, { kind, name, steps, probeRows }] of spans.entries()) {
    for (const [step, { name: stepName, probeRows: rows }] of steps.entries()) {
      byName.set(stepName, { span, step });
      byRow.push({ to: rows.to, where: { span, step } });
    }
    if (kind !== "gap" && kind !== "open") {
      byName.set(name, { span, step: -1 });
    }
    if (probeRows.to > probeRows.from) {
      byRow.push({ to: probeRows.to, where: { span, step: -1 } });
    }
  }
  return {
    of(row, place) {
      if (place.phase !== undefined) {
        return { ...(byName.get(place.phase) ?? NOWHERE), phase: place.phase };
      }
      const where = byRow.find(({ to }) => row < to)?.where ?? NOWHERE;
      const span = spans[where.span];
      const phase = where.step < 0 ? span?.name : span?.steps[where.step]?.name;
      return { ...where, phase: span?.kind === "open" && where.step < 0 ? undefined : phase };
    },
  };
}

const NOWHERE: Where = { span: -1, step: -1 };
