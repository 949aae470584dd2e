// Stage: run → charges. A charge is the growth while the compiler worked on one function's body in one phase.
import { groupBy } from "../base/group.ts";
import { REST, type RowSpan, type Run } from "../log/record.ts";
import type { ProbeSpans } from "./probeSpans.ts";
import type { Span } from "./spans.ts";

export interface Charge {
  /** As logged: `mir_lower$mir_lower_expr`. */
  readonly name: string;
  /** Index of the span it belongs to. */
  readonly span: number;
  /** Index of the step inside the span; −1 when it belongs to the span itself. */
  readonly step: number;
  /** Name of the phase or sub-phase; undefined while the phase is still open. */
  readonly phase: string | undefined;
  /** Signed bytes; several lines of one function in one phase lie one after the other, so they add up. */
  readonly deltaBytes: number;
  /** How many log lines it is made of. */
  readonly rows: number;
  /** First log line, 0-based. */
  readonly line: number;
  /** Fraction of the phase's delta; undefined where that is unknown, zero or absurd. */
  readonly share: number | undefined;
  /** 1 is the largest of the phase. 0 for an absurd one, which takes no part. */
  readonly rank: number;
  /** How many took part in the ranking. */
  readonly of: number;
  readonly absurd: boolean;
}

/** What of a run charges are made of. */
interface ChargeSource {
  readonly run: Run;
  readonly spans: readonly Span[];
  readonly probeSpans: ProbeSpans;
}

/**
 * Charges of every span, in span order, a phase or step at a time, largest first; last those of phases without a reading.
 */
export function* chargeGroups(source: ChargeSource): Iterable<readonly Charge[]> {
  const { run, spans } = source;
  const probes = probeLines(source);
  const linesIn = (rows: RowSpan, span: number, step: number): Iterable<Line> =>
    chain(functionLines(run, rows), probes.get(`${span} ${step}`) ?? []);
  for (const [at, span] of spans.entries()) {
    for (const [stepAt, step] of span.steps.entries()) {
      yield ranked(collect(linesIn(step.functionRows, at, stepAt)), {
        ...{ span: at, step: stepAt, phase: step.name, phaseBytes: step.deltaBytes },
      });
    }
    yield ranked(collect(linesIn(span.functionRows, at, -1)), {
      span: at,
      step: -1,
      phase: span.kind === "open" ? undefined : span.name,
      phaseBytes: span.absurd ? undefined : span.deltaBytes,
    });
  }
  for (const [phase, lines] of groupBy(probes.get("-1 -1") ?? [], (line) => line.phase)) {
    yield ranked(collect(lines), { span: -1, step: -1, phase, phaseBytes: undefined });
  }
}

/** One line of the log that says something of a function. */
interface Line {
  readonly name: string;
  readonly line: number;
  readonly deltaBytes: number;
  readonly absurd: boolean;
  /** Log lines that it stands for. */
  readonly rows: number;
  readonly phase?: string | undefined;
}

function* chain(first: Iterable<Line>, then: Iterable<Line>): Iterable<Line> {
  yield* first;
  yield* then;
}

function* functionLines(run: Run, { from, to }: RowSpan): Iterable<Line> {
  const { name, line, deltaBytes, repeats, names } = run.functions;
  for (let row = from; row < to; row++) {
    if (name[row] === REST) {
      continue;
    }
    const bytes = deltaBytes[row] ?? Number.NaN;
    yield {
      name: names[name[row] ?? 0] ?? "",
      line: line[row] ?? 0,
      deltaBytes: bytes,
      absurd: run.absurd.functionRows.has(row) || Number.isNaN(bytes),
      rows: repeats?.[row] ?? 1,
    };
  }
}

/** Function lines of our own probes by span and step. */
function probeLines({ run, probeSpans }: ChargeSource): ReadonlyMap<string, readonly Line[]> {
  const { probes } = run;
  const lines = new Map<string, Line[]>();
  for (let row = 0; row < probes.length; row++) {
    const place = probes.places[probes.place[row] ?? -1];
    if (place?.type !== "function") {
      continue;
    }
    const { span, step, phase } = probeSpans.of(row, place);
    const deltaBytes = probes.totalBytes[row] ?? Number.NaN;
    const absurd = run.absurd.probeRows.has(row) || Number.isNaN(deltaBytes);
    const key = `${span} ${step}`;
    const known = lines.get(key) ?? [];
    known.push({ name: place.name, line: probes.line[row] ?? 0, deltaBytes, absurd, rows: 1, phase });
    lines.set(key, known);
  }
  return lines;
}

interface Sum {
  readonly name: string;
  readonly line: number;
  readonly absurd: boolean;
  deltaBytes: number;
  rows: number;
}

function collect(lines: Iterable<Line>): readonly Sum[] {
  const sums = new Map<string, Sum>();
  const apart: Sum[] = [];
  for (const { name, line, deltaBytes, absurd, rows } of lines) {
    const sum = absurd ? undefined : sums.get(name);
    if (sum !== undefined) {
      sum.deltaBytes += deltaBytes;
      sum.rows += rows;
    } else if (absurd) {
      // It cannot spoil the good lines of the same function.
      apart.push({ name, line, absurd, deltaBytes, rows });
    } else {
      sums.set(name, { name, line, absurd, deltaBytes, rows });
    }
  }
  return [...sums.values(), ...apart];
}

interface Place {
  readonly span: number;
  readonly step: number;
  readonly phase: string | undefined;
  readonly phaseBytes: number | undefined;
}

function ranked(sums: readonly Sum[], { span, step, phase, phaseBytes }: Place): readonly Charge[] {
  const counted = sums.filter((sum) => !sum.absurd).toSorted((a, b) => b.deltaBytes - a.deltaBytes);
  const flagged = sums.filter((sum) => sum.absurd);
  const whole = phaseBytes === undefined || phaseBytes === 0 ? undefined : phaseBytes;
  // Field by field: spreading objects takes half of the time here.
  return [...counted, ...flagged].map((sum, index) => ({
    name: sum.name,
    span,
    step,
    phase,
    deltaBytes: sum.deltaBytes,
    rows: sum.rows,
    line: sum.line,
    share: sum.absurd || whole === undefined ? undefined : sum.deltaBytes / whole,
    rank: sum.absurd ? 0 : index + 1,
    of: counted.length,
    absurd: sum.absurd,
  }));
}
