// Stage: run → kind figures. Inclusive growth inside the compiler's handler of a node kind. Never summed here or later.
import { type KindDomain, type KindPlace, REST, type RowSpan, type Run } from "../log/record.ts";
import type { ProbeSpans } from "./probeSpans.ts";
import type { Span } from "./spans.ts";

export interface KindFigure {
  /** Names the figure within the run: a row of `run.kinds`, or −1 − a row of `run.probes`. */
  readonly row: number;
  /** 0-based log line. */
  readonly line: number;
  /** Undefined where neither the line nor its dispatcher tells. */
  readonly domain: KindDomain | undefined;
  /** The function that was measured, `tc_expr`; `?` where a table does not tell. */
  readonly dispatcher: string;
  /** Node kind without the offset that the log adds to expressions; undefined where only a name is given. */
  readonly number: number | undefined;
  /** `NODE_CALL`, or `NODE_?9` where neither the line nor the workspace nor the table knows the number. */
  readonly name: string;
  /** Index of the span it belongs to; −1 when the line names a phase that the log has no reading of. */
  readonly span: number;
  readonly phase: string | undefined;
  /** Signed bytes, nested walks included; NaN where the log's value was unreadable. */
  readonly totalBytes: number;
  /** Log lines of this kind in this phase, of which this is the one with the largest total. */
  readonly rows: number;
  /** Without what nested probes measured; undefined where the line does not give it. */
  readonly selfBytes: number | undefined;
  /** NaN where the line gives none. */
  readonly count: number;
  /** total / count; undefined for a count of 0. */
  readonly averageBytes: number | undefined;
  /** Fraction of the phase's net growth; above 1 where nested walks are counted again. */
  readonly share: number | undefined;
  readonly absurd: boolean;
}

/** What is printed for an expression kind is its number plus this (the published instrumentation). */
const EXPRESSION_OFFSET = 1000;

export const UNKNOWN_DISPATCHER = "?";

/** The dispatcher that a printed kind number was measured in. */
export function kindOf(printed: number): { number: number; domain: KindDomain; dispatcher: string } {
  return printed >= EXPRESSION_OFFSET
    ? { number: printed - EXPRESSION_OFFSET, domain: "expression", dispatcher: "tc_expr" }
    : { number: printed, domain: "statement", dispatcher: "tc_stmt" };
}

/** What of a run kind figures are made of. */
interface KindSource {
  readonly run: Run;
  readonly spans: readonly Span[];
  readonly probeSpans: ProbeSpans;
  readonly names: ReadonlyMap<number, string>;
}

/** Figures of every span, in span order, largest first within a span; then those of phases without a reading. */
export function kindFiguresOf(source: KindSource): readonly KindFigure[] {
  const last = source.spans.length;
  const order = (span: number): number => (span < 0 ? last : span);
  return [...eachKindFigure(source)].sort(
    (a, b) => order(a.span) - order(b.span) || b.totalBytes - a.totalBytes,
  );
}

/** The same one by one, in no order that means anything. */
export function* eachKindFigure(source: KindSource): Iterable<KindFigure> {
  for (const [index, span] of source.spans.entries()) {
    for (const step of span.steps) {
      yield* printedFigures(source, step.kindRows, index);
    }
    yield* printedFigures(source, span.kindRows, index);
  }
  yield* probeFigures(source);
}

function* printedFigures(source: KindSource, rows: RowSpan, span: number): Iterable<KindFigure> {
  const { run, spans, names } = source;
  for (let row = rows.from; row < rows.to; row++) {
    if (run.kinds.number[row] === REST) {
      continue;
    }
    const { number, domain, dispatcher } = kindOf(run.kinds.number[row] ?? 0);
    yield figureOf(spans, {
      number,
      domain,
      dispatcher,
      row,
      line: run.kinds.line[row] ?? 0,
      name: names.get(number) ?? `NODE_?${number}`,
      span,
      phase: spans[span]?.kind === "open" ? undefined : spans[span]?.name,
      totalBytes: run.kinds.deltaBytes[row] ?? Number.NaN,
      selfBytes: undefined,
      rows: run.kinds.repeats?.[row] ?? 1,
      count: run.kinds.count[row] ?? 0,
      absurd: run.absurd.kindRows.has(row),
    });
  }
}

function probeFigures(source: KindSource): KindFigure[] {
  const { probes } = source.run;
  const figures: KindFigure[] = [];
  for (let row = 0; row < probes.length; row++) {
    const place = probes.places[probes.place[row] ?? -1];
    if (place?.type === "kind") {
      figures.push(probeFigure(source, row, place));
    }
  }
  return figures;
}

function probeFigure(source: KindSource, row: number, place: KindPlace): KindFigure {
  const { run, spans, probeSpans, names } = source;
  const { probes } = run;
  const selfBytes = probes.selfBytes[row] ?? Number.NaN;
  const number = place.number ?? numberOf(place.name, names);
  const { span, phase } = probeSpans.of(row, place);
  return figureOf(spans, {
    ...{ row: -1 - row, line: probes.line[row] ?? 0, domain: place.domain, number },
    dispatcher: place.dispatcher ?? UNKNOWN_DISPATCHER,
    name: place.name ?? names.get(place.number ?? -1) ?? `NODE_?${place.number}`,
    ...{ span, phase },
    totalBytes: probes.totalBytes[row] ?? Number.NaN,
    selfBytes: Number.isNaN(selfBytes) ? undefined : selfBytes,
    rows: 1,
    count: probes.count[row] ?? Number.NaN,
    absurd: run.absurd.probeRows.has(row),
  });
}

function numberOf(name: string | undefined, names: ReadonlyMap<number, string>): number | undefined {
  return [...names].find(([, known]) => known === name)?.[0];
}

/** Adds what follows from the rest. Field by field: spreading objects takes most of the time here. */
function figureOf(spans: readonly Span[], figure: Omit<KindFigure, "averageBytes" | "share">): KindFigure {
  const { totalBytes, count, span } = figure;
  const absurd = figure.absurd || Number.isNaN(totalBytes);
  const within = spans[span];
  const net = within === undefined || within.absurd ? 0 : (within.deltaBytes ?? 0);
  return {
    row: figure.row,
    line: figure.line,
    domain: figure.domain,
    dispatcher: figure.dispatcher,
    number: figure.number,
    name: figure.name,
    span,
    phase: figure.phase,
    totalBytes,
    rows: figure.rows,
    selfBytes: figure.selfBytes,
    count,
    averageBytes: count > 0 ? totalBytes / count : undefined,
    share: absurd || net === 0 ? undefined : totalBytes / net,
    absurd,
  };
}
