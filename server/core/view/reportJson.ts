// A log → the JSON that `quartz-rss report --format json` prints. A contract: docs/json.md says it in full.
// Lines and columns are 1-based here; inside they are 0-based.
import type { Phase, RowSpan, Run } from "../log/record.ts";
import { kindOf } from "../model/kindFigures.ts";
import { eventsJson, placedRows, probesJson } from "./probesJson.ts";
import { safe } from "./safeJson.ts";

/**
 * The object of one run. Its long lists are made item by item as they are read, once: a run can have millions of rows.
 * @param log the name to print as `log`
 */
export function reportJson(run: Run, log: string, kindNames: ReadonlyMap<number, string>) {
  return {
    log,
    run: run.index,
    kind: run.kind,
    phases: run.phases.map(phaseJson),
    peakBytes: run.peakBytes ?? null,
    maxReadingBytes: run.maxReadingBytes ?? null,
    functions: inLogOrder(functionsJson(run), functionProbes(run)),
    kinds: inLogOrder(kindsJson(run, kindNames), kindProbes(run, kindNames)),
    ...probesJson(run),
    events: eventsJson(run),
    counts: Object.fromEntries(run.counts.map(({ key, value }) => [key, safe(value)])),
    countLines: run.counts.map(({ line, key, value }) => ({ line: line + 1, name: key, value: safe(value) })),
    remarks: run.phases
      .filter(({ remark }) => remark !== "")
      .map(({ line, remark }) => ({ line: line + 1, text: remark })),
    notes: run.notes.map(({ line, text }) => ({ line: line + 1, text })),
    unknown: run.unknown.map(({ line, count, text }) => ({ line: line + 1, count, text })),
    otherLines: run.otherLines,
    problems: run.problems.map(({ line, column, code, message }) => ({
      ...{ line: line + 1, column: column + 1, code, message },
    })),
    furtherProblems: run.furtherProblems,
  };
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

/** The rows before each reading with its phase's name; null for those that no reading follows. */
function* rowsByPhase(
  { phases }: Run,
  spanOf: (phase: Phase) => RowSpan,
  length: number,
): Iterable<readonly [row: number, phase: string | null]> {
  let row = 0;
  for (const phase of phases) {
    for (const { to } = spanOf(phase); row < to; row++) {
      yield [row, phase.name];
    }
  }
  for (; row < length; row++) {
    yield [row, null];
  }
}

function* functionsJson(run: Run) {
  const { length, line, name, names, deltaBytes } = run.functions;
  for (const [row, phase] of rowsByPhase(run, ({ functionRows }) => functionRows, length)) {
    yield {
      line: (line[row] ?? 0) + 1,
      phase,
      name: names[name[row] ?? -1] ?? "",
      deltaBytes: safe(deltaBytes[row]),
    };
  }
}

function* kindsJson(run: Run, kindNames: ReadonlyMap<number, string>) {
  const { kinds } = run;
  for (const [row, phase] of rowsByPhase(run, ({ kindRows }) => kindRows, kinds.length)) {
    const { number, domain, dispatcher } = kindOf(kinds.number[row] ?? 0);
    yield {
      ...{ line: (kinds.line[row] ?? 0) + 1, phase, dispatcher, domain, number },
      name: kindNames.get(number) ?? null,
      deltaBytes: safe(kinds.deltaBytes[row]),
      count: safe(kinds.count[row]),
    };
  }
}

function functionProbes(run: Run) {
  return placedRows(run, "function").map(({ line, phase, place, row }) => ({
    ...{ line, phase, name: place.name, deltaBytes: safe(run.probes.totalBytes[row]) },
    ...selfOf(run, row),
  }));
}

function kindProbes(run: Run, kindNames: ReadonlyMap<number, string>) {
  return placedRows(run, "kind").map(({ line, phase, place, row }) => ({
    ...{ line, phase, dispatcher: place.dispatcher ?? null, domain: place.domain ?? null },
    number: place.number ?? null,
    name: place.name ?? kindNames.get(place.number ?? -1) ?? null,
    deltaBytes: safe(run.probes.totalBytes[row]),
    count: safe(run.probes.count[row]),
    ...selfOf(run, row),
  }));
}

/** Only lines of our own probes can give it. */
function selfOf(run: Run, row: number): { readonly selfBytes?: number } {
  const selfBytes = safe(run.probes.selfBytes[row]);
  return selfBytes === null ? {} : { selfBytes };
}

/** Both lists are in log order, and stay so together. */
function* inLogOrder<A extends { readonly line: number }, B extends { readonly line: number }>(
  rows: Iterable<A>,
  probes: readonly B[],
): Iterable<A | B> {
  let next = 0;
  for (const row of rows) {
    for (let probe = probes[next]; probe !== undefined && probe.line < row.line; probe = probes[next]) {
      yield probe;
      next++;
    }
    yield row;
  }
  yield* probes.slice(next);
}
