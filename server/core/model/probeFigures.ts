// Stage: run → figures of checkpoints, callees and sites: parts of the compiler's own code that a probe measured.
import type { CalleePlace, CheckpointPlace, Run, SitePlace } from "../log/record.ts";
import type { ProbeSpans } from "./probeSpans.ts";

export interface ProbeFigure {
  /** Row of `run.probes`. */
  readonly row: number;
  /** 0-based log line. */
  readonly line: number;
  readonly place: CheckpointPlace | CalleePlace | SitePlace;
  readonly phase: string | undefined;
  /** Signed growth of RSS, nested work included; for a site, bytes asked for. Undefined where the line gives none. */
  readonly totalBytes: number | undefined;
  /** Without what nested probes measured. */
  readonly selfBytes: number | undefined;
  readonly count: number | undefined;
  readonly absurd: boolean;
}

/** In log order. They overlap where functions call each other: totals are never summed. */
export function probeFiguresOf({ probes, absurd }: Run, probeSpans: ProbeSpans): readonly ProbeFigure[] {
  const figures: ProbeFigure[] = [];
  for (let row = 0; row < probes.length; row++) {
    const place = probes.places[probes.place[row] ?? -1];
    if (place === undefined || place.type === "kind" || place.type === "function") {
      continue;
    }
    figures.push({
      ...{ row, line: probes.line[row] ?? 0, place, phase: probeSpans.of(row, place).phase },
      totalBytes: given(probes.totalBytes[row]),
      selfBytes: given(probes.selfBytes[row]),
      count: given(probes.count[row]),
      absurd: absurd.probeRows.has(row),
    });
  }
  return figures;
}

function given(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
