// Stage: run → kind figures. Inclusive growth inside the compiler's handler of a node kind. Never summed here or later.
import type { RowSpan, Run } from "../log/record.ts";
import type { Span } from "./spans.ts";

export type KindDomain = "statement" | "expression";

export interface KindFigure {
  /** Row of `run.kinds`. */
  readonly row: number;
  /** 0-based log line. */
  readonly line: number;
  readonly domain: KindDomain;
  /** `tc_stmt` or `tc_expr`: the function that was measured. */
  readonly dispatcher: string;
  /** Node kind without the offset that the log adds to expressions. */
  readonly number: number;
  /** `NODE_CALL`, or `NODE_?9` where neither the workspace nor the table knows the number. */
  readonly name: string;
  /** Index of the span it belongs to. */
  readonly span: number;
  readonly phase: string | undefined;
  /** Signed bytes, nested walks included; NaN where the log's value was unreadable. */
  readonly totalBytes: number;
  readonly count: number;
  /** total / count; undefined for a count of 0. */
  readonly averageBytes: number | undefined;
  /** Fraction of the phase's net growth; above 1 where nested walks are counted again. */
  readonly share: number | undefined;
  readonly absurd: boolean;
}

/** What is printed for an expression kind is its number plus this (the published instrumentation). */
const EXPRESSION_OFFSET = 1000;

/** The dispatcher that a printed kind number was measured in. */
export function kindOf(printed: number): { number: number; domain: KindDomain; dispatcher: string } {
  return printed >= EXPRESSION_OFFSET
    ? { number: printed - EXPRESSION_OFFSET, domain: "expression", dispatcher: "tc_expr" }
    : { number: printed, domain: "statement", dispatcher: "tc_stmt" };
}

/** Figures of every span, in span order, largest first within a span. */
export function kindFiguresOf(
  run: Run,
  spans: readonly Span[],
  names: ReadonlyMap<number, string>,
  absurdRows: ReadonlySet<number>,
): readonly KindFigure[] {
  return spans.flatMap((span, index) =>
    [...span.steps.map((step) => step.kindRows), span.kindRows]
      .flatMap((rows) => figuresOf(run, rows, span, index, names, absurdRows))
      .sort((a, b) => b.totalBytes - a.totalBytes),
  );
}

function figuresOf(
  run: Run,
  rows: RowSpan,
  span: Span,
  spanIndex: number,
  names: ReadonlyMap<number, string>,
  absurdRows: ReadonlySet<number>,
): KindFigure[] {
  const figures: KindFigure[] = [];
  const net = span.absurd ? 0 : (span.deltaBytes ?? 0);
  for (let row = rows.from; row < rows.to; row++) {
    const kind = kindOf(run.kinds.number[row] ?? 0);
    const totalBytes = run.kinds.deltaBytes[row] ?? Number.NaN;
    const count = run.kinds.count[row] ?? 0;
    const absurd = absurdRows.has(row) || Number.isNaN(totalBytes);
    figures.push({
      ...kind,
      row,
      line: run.kinds.line[row] ?? 0,
      name: names.get(kind.number) ?? `NODE_?${kind.number}`,
      span: spanIndex,
      phase: span.kind === "open" ? undefined : span.name,
      totalBytes,
      count,
      averageBytes: count > 0 ? totalBytes / count : undefined,
      share: absurd || net === 0 ? undefined : totalBytes / net,
      absurd,
    });
  }
  return figures;
}
