// A log → the JSON that `quartz-rss report --format json` prints. A contract: docs/json.md says it in full.
// Lines and columns are 1-based here; inside they are 0-based.
import type { MemoryLog, Phase, Run } from "../log/record.ts";
import { kindOf } from "../model/kindFigures.ts";

/** One object per run, in log order, nothing merged. @param log the name to print as `log` */
export function reportJson(memoryLog: MemoryLog, log: string, kindNames: ReadonlyMap<number, string>) {
  return memoryLog.runs.map((run) => ({
    log,
    run: run.index,
    kind: run.kind,
    phases: run.phases.map(phaseJson),
    peakBytes: run.peakBytes ?? null,
    maxReadingBytes: run.maxReadingBytes ?? null,
    functions: functionsJson(run),
    kinds: kindsJson(run, kindNames),
    checkpoints: [],
    callees: [],
    sites: [],
    counts: Object.fromEntries(run.counts.map(({ key, value }) => [key, value])),
    notes: run.notes.map(({ line, text }) => ({ line: line + 1, text })),
    unknown: run.unknown.map(({ line, count, text }) => ({ line: line + 1, count, text })),
    otherLines: run.otherLines,
    problems: run.problems.map(({ line, column, code, message }) => ({
      ...{ line: line + 1, column: column + 1, code, message },
    })),
    furtherProblems: run.furtherProblems,
  }));
}

function phaseJson(phase: Phase) {
  return {
    line: phase.line + 1,
    name: phase.name,
    rssBytes: phase.rssBytes,
    deltaBytes: phase.deltaBytes ?? null,
    growthBytes: phase.growthBytes ?? null,
    elapsedMs: phase.elapsedMs ?? null,
    subPhase: phase.subPhase,
    approximate: phase.approximate,
  };
}

/** The name of the phase that each row belongs to: the one whose reading follows it; null while it is open. */
function phaseOfRows(
  run: Run,
  rows: "functionRows" | "kindRows",
  length: number,
): readonly (string | null)[] {
  const names: (string | null)[] = new Array(length).fill(null);
  for (const phase of run.phases) {
    names.fill(phase.name, phase[rows].from, phase[rows].to);
  }
  return names;
}

function functionsJson(run: Run) {
  const { functions } = run;
  const phases = phaseOfRows(run, "functionRows", functions.length);
  return phases.map((phase, row) => ({
    line: (functions.line[row] ?? 0) + 1,
    phase,
    name: functions.names[functions.name[row] ?? -1] ?? "",
    deltaBytes: safe(functions.deltaBytes[row]),
  }));
}

function kindsJson(run: Run, kindNames: ReadonlyMap<number, string>) {
  const { kinds } = run;
  const phases = phaseOfRows(run, "kindRows", kinds.length);
  return phases.map((phase, row) => {
    const { number, domain, dispatcher } = kindOf(kinds.number[row] ?? 0);
    return {
      line: (kinds.line[row] ?? 0) + 1,
      phase,
      dispatcher,
      domain,
      number,
      name: kindNames.get(number) ?? null,
      deltaBytes: safe(kinds.deltaBytes[row]),
      count: safe(kinds.count[row]),
    };
  });
}

/** JSON has no NaN: a value that is no safe integer is null, its text is in the problem. */
function safe(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
