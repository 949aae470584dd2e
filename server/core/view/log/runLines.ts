// The lines that a run covers in its log. A block of expectations may stand in the middle of a measured run.
import { firstFrom } from "../../base/firstFrom.ts";
import type { Run } from "../../log/record.ts";

/** The lines on which something of the run stands, in ascending order: length, and the line by index. */
type Lines = readonly [length: number, lineOf: (index: number) => number];

function linesOf(run: Run): readonly Lines[] {
  const { functions, kinds, probes, events } = run;
  const rows = [functions, kinds, probes, events].map(
    ({ line }): Lines => [line.length, (index) => line[index] ?? 0],
  );
  const items = [run.phases, run.counts, run.notes, run.unknown, run.problems].map(
    (list): Lines => [list.length, (index) => list[index]?.line ?? 0],
  );
  return [...rows, ...items];
}

/** The last line that is known to be the run's. */
export function lastLineOf(run: Run): number {
  return linesOf(run).reduce(
    (last, [length, lineOf]) => (length === 0 ? last : Math.max(last, lineOf(length - 1))),
    run.firstLine,
  );
}

/** The first line of the run behind `line`; undefined when there is none. */
export function firstLineBehind(run: Run, line: number): number | undefined {
  const lines = linesOf(run).flatMap(([length, lineOf]) => {
    const index = firstFrom(length, lineOf, line + 1);
    return index === length ? [] : [lineOf(index)];
  });
  return lines.length === 0 ? undefined : Math.min(...lines);
}
