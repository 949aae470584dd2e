// Which figures a line of a log gave. A line may hold several entries, and runs of both kinds may lie in each other.
import { firstFrom } from "../../base/firstFrom.ts";
import type { MemoryLog, Phase, ProbePlace, Run } from "../../log/record.ts";

/** Rows are those of the run's columns. */
export type LineFigure =
  | { readonly type: "phase"; readonly run: Run; readonly phase: Phase }
  | { readonly type: "function" | "kind" | "event"; readonly run: Run; readonly row: number }
  | { readonly type: "probe"; readonly run: Run; readonly row: number; readonly place: ProbePlace };

/** @param line 0-based */
export function figuresAt(log: MemoryLog, line: number): readonly LineFigure[] {
  return log.runs.flatMap((run): readonly LineFigure[] => {
    if (line < run.firstLine) {
      return [];
    }
    const rows = (type: "function" | "kind" | "event", lines: Uint32Array): readonly LineFigure[] =>
      rowsAt(lines, line).map((row) => ({ type, run, row }));
    return [
      ...phasesAt(run, line),
      ...rows("function", run.functions.line),
      ...rows("kind", run.kinds.line),
      ...rows("event", run.events.line),
      ...rowsAt(run.probes.line, line).flatMap((row): readonly LineFigure[] => {
        const place = run.probes.places[run.probes.place[row] ?? -1];
        return place === undefined ? [] : [{ type: "probe", run, row, place }];
      }),
    ];
  });
}

function phasesAt(run: Run, line: number): readonly LineFigure[] {
  const first = firstFrom(run.phases.length, (index) => run.phases[index]?.line ?? 0, line);
  const phases = [];
  for (let phase = run.phases[first], at = first; phase?.line === line; phase = run.phases[++at]) {
    phases.push({ type: "phase", run, phase } as const);
  }
  return phases;
}

function rowsAt(lines: Uint32Array, line: number): readonly number[] {
  const rows: number[] = [];
  for (let row = firstFrom(lines.length, (index) => lines[index] ?? 0, line); lines[row] === line; row++) {
    rows.push(row);
  }
  return rows;
}
