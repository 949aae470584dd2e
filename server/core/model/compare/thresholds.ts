// What the lines that a run does not print say all the same: its probes print from a certain size on.
import { MEBIBYTE } from "../../base/units.ts";
import type { Phase, RowSpan, Run } from "../../log/record.ts";
import type { Below } from "./figureDiff.ts";

/** The published probes print a function above 8 MB and a kind above 1 MB. */
const FUNCTION_THRESHOLD = 8 * MEBIBYTE;
const KIND_THRESHOLD = MEBIBYTE;

/** `...153 total functions leaked >8 MB each...` */
const TOTAL = /(\d+) total functions leaked\s*>\s*(\d+) ?MB/;

/** Of a function without a line: only where lines of its phase were printed, and none was left out of the log. */
export function functionThreshold(run: Run): Below {
  return within(run, ({ functionRows }) => functionRows, run.functions.length, functionsFrom(run));
}

/** Of a kind without a line, likewise. */
export function kindThreshold(run: Run): Below {
  return within(run, ({ kindRows }) => kindRows, run.kinds.length, KIND_THRESHOLD);
}

function within(
  { kind, phases }: Run,
  rowsOf: (phase: Phase) => RowSpan,
  length: number,
  threshold: number | undefined,
): Below {
  const closed = phases.filter((phase) => rowsOf(phase).to > rowsOf(phase).from).map(({ name }) => name);
  const last = phases.at(-1);
  const isInOpen = (last === undefined ? 0 : rowsOf(last).to) < length;
  const printed = new Set<string | undefined>(isInOpen ? [...closed, undefined] : closed);
  return ({ phase }) => (kind === "measured" && printed.has(phase) ? threshold : undefined);
}

function functionsFrom({ notes, functions }: Run): number | undefined {
  const totals = notes.map(({ text }) => TOTAL.exec(text)).filter((match) => match !== null);
  if (totals.some((match) => Number(match[1]) > functions.length)) {
    return undefined;
  }
  const stated = totals.at(-1)?.[2];
  let from = stated === undefined ? FUNCTION_THRESHOLD : Number(stated) * MEBIBYTE;
  for (const delta of functions.deltaBytes.subarray(0, functions.length)) {
    // A probe that prints this small a growth prints all that are larger.
    from = delta > 0 && delta < from ? delta : from;
  }
  return from;
}
