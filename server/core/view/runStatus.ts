// A run → what the status bar and the run picker say about it.
import { t } from "../base/text.ts";
import { formatDelta, formatReading } from "../base/units.ts";
import type { Run } from "../log/record.ts";
import type { Attribution } from "../model/attribution.ts";
import type { RunModel } from "../model/runModel.ts";
import type { Span } from "../model/spans.ts";
import { driftStatus } from "./driftText.ts";
import { phaseText } from "./lenses.ts";
import { verdictNotes } from "./stateNotes.ts";

/** How many phases the tooltip tells the tracked state of. */
const STATES_SHOWN = 4;

export interface RunStatus {
  readonly title: string;
  /** `12470 MB · mir +6450 MB` */
  readonly text: string;
  /** Lines of the tooltip. */
  readonly details: readonly string[];
}

/** @param log name of the log file, for people */
export function runTitle(run: Run, log: string): string {
  const number = run.index + 1;
  return run.kind === "expectation"
    ? t("run.titleExpectation", { log, number })
    : t("run.title", { log, number });
}

/** `9 phases · 11 function lines · 0 kind lines` */
export function runDetail(run: Run): string {
  return t("run.detail", {
    phases: run.phases.length,
    functions: run.functions.length,
    kinds: run.kinds.length,
  });
}

/** Highest reading and biggest growth: `12470 MB · mir +6450 MB`. Empty when the run has no reading. */
export function runFigures(run: Run, spans: readonly Span[]): string {
  const reading = run.maxReadingBytes === undefined ? "" : formatReading(run.maxReadingBytes);
  const growth = biggestGrowth(spans);
  return growth === undefined ? t("status.noGrowth", { reading }) : t("status.text", { reading, ...growth });
}

function biggestGrowth(
  spans: readonly Span[],
): { readonly phase: string; readonly delta: string } | undefined {
  const biggest = spans
    .filter((span) => span.kind === "phase" && !span.absurd && (span.deltaBytes ?? 0) > 0)
    .toSorted((a, b) => (b.deltaBytes ?? 0) - (a.deltaBytes ?? 0))[0];
  return biggest && { phase: biggest.name, delta: formatDelta(biggest.deltaBytes ?? 0) };
}

/**
 * @param locale BCP 47 tag for derived figures
 * @param attribution tells what has become of the code since
 */
export function runStatus(model: RunModel, log: string, locale = "en", attribution?: Attribution): RunStatus {
  const { run } = model;
  const reading = run.maxReadingBytes === undefined ? "" : formatReading(run.maxReadingBytes);
  const growth = biggestGrowth(model.spans);
  const hottest = model.charges
    .filter((charge) => !charge.absurd)
    .toSorted((a, b) => b.deltaBytes - a.deltaBytes)[0];
  return {
    title: runTitle(run, log),
    text: runFigures(run, model.spans),
    details: [
      ...(reading === "" ? [] : [t("status.highest", { reading })]),
      ...(run.peakBytes === undefined
        ? []
        : [t("status.printedPeak", { peak: formatReading(run.peakBytes) })]),
      ...(growth === undefined ? [] : [t("status.biggest", growth)]),
      ...stateDetails(model, locale),
      ...(hottest === undefined
        ? []
        : [
            t("status.hotSpot", {
              name: hottest.name,
              delta: formatDelta(hottest.deltaBytes),
              phase: phaseText(hottest.phase),
            }),
          ]),
      ...(run.problems.length === 0
        ? []
        : [t("status.problems", { count: run.problems.length + run.furtherProblems })]),
      ...(attribution === undefined ? [] : driftStatus(attribution)),
      t("status.followed"),
    ],
  };
}

/** Verdicts alone: what was counted to reach them stands in the tree and in the log's hovers. */
function stateDetails(model: RunModel, locale: string): readonly string[] {
  const details = model.spans.flatMap(({ name }, index) => {
    const notes = verdictNotes(model, index, locale);
    return notes.length === 0 ? [] : [t("status.state", { phase: name, notes: notes.join("; ") })];
  });
  return details.slice(0, STATES_SHOWN);
}
