// Stage: run model × budget target → the figure that the budget is about, or why there is none.

import { MEBIBYTE } from "../base/units.ts";
import type { BudgetTarget } from "../project/project.ts";
import type { Charge } from "./charges.ts";
import type { KindFigure } from "./kindFigures.ts";
import type { RunModel } from "./runModel.ts";

export type Measured =
  | { readonly kind: "bytes"; readonly bytes: number; readonly from?: "printed" | "reading" }
  /** Such lines are printed above the threshold only, and there is none of it. */
  | { readonly kind: "below"; readonly bytes: number }
  | { readonly kind: "missing"; readonly reason: MissingReason };

export type MissingReason =
  /** The log has no such lines, so their absence says nothing. */
  | "noLines"
  /** The log says that more functions were printed than it holds. */
  | "excerpt"
  | "unknownKind"
  | "absurd"
  | "noBaseline"
  | "noBaselineFigure";

/** Above what the published instrumentation prints. */
const FUNCTION_THRESHOLD = 8 * MEBIBYTE;
const KIND_THRESHOLD = 1 * MEBIBYTE;

/** `...153 total functions leaked >8 MB each...` */
const FUNCTION_TOTAL = /(\d+) total functions leaked(?:\s*>\s*(\d+) MB)?/;

/** @param kindNames names that a node kind may have: one that is not among them is not “below 1 MB” but unknown */
export function measure(target: BudgetTarget, model: RunModel, kindNames: ReadonlySet<string>): Measured {
  switch (target.kind) {
    case "peak":
      return peakOf(model);
    case "phase":
      return phaseOf(model, target.name);
    case "function":
      return functionOf(model, target.name, target.phase);
    case "nodeKind":
      return kindOf(model, target, kindNames);
  }
}

function peakOf({ run: { peakBytes, maxReadingBytes } }: RunModel): Measured {
  if (peakBytes !== undefined && peakBytes >= (maxReadingBytes ?? 0)) {
    return { kind: "bytes", bytes: peakBytes, from: "printed" };
  }
  return maxReadingBytes === undefined
    ? missing("noLines")
    : { kind: "bytes", bytes: maxReadingBytes, from: "reading" };
}

function phaseOf({ spans }: RunModel, name: string): Measured {
  const span = spans.find((one) => one.kind === "phase" && one.name === name);
  const step = spans.flatMap(({ steps }) => steps).find((one) => one.name === name);
  const bytes = span === undefined ? step?.deltaBytes : span.deltaBytes;
  if (span?.absurd === true) {
    return missing("absurd");
  }
  return bytes === undefined ? missing("noLines") : { kind: "bytes", bytes };
}

/** Of several phases the sum: they lie one after the other. */
function functionOf(model: RunModel, name: string, phase: string | undefined): Measured {
  const printed = model.charges.filter((charge) => phase === undefined || charge.phase === phase);
  const own = printed.filter((charge) => charge.name === name);
  if (own.some(isUnusable)) {
    return missing("absurd");
  }
  if (own.length > 0) {
    return { kind: "bytes", bytes: own.reduce((sum, { deltaBytes }) => sum + deltaBytes, 0) };
  }
  if (printed.length === 0) {
    return missing("noLines");
  }
  const totals = model.run.notes.flatMap(({ text }) => FUNCTION_TOTAL.exec(text) ?? []);
  const [, total, threshold] = totals;
  if (total !== undefined && Number(total) > new Set(model.charges.map((charge) => charge.name)).size) {
    return missing("excerpt");
  }
  return {
    kind: "below",
    bytes: threshold === undefined ? FUNCTION_THRESHOLD : Number(threshold) * MEBIBYTE,
  };
}

/** Totals hold nested walks, so of several phases and dispatchers the largest stands for them; never a sum. */
function kindOf(
  { kinds }: RunModel,
  { name, phase, dispatcher }: Extract<BudgetTarget, { readonly kind: "nodeKind" }>,
  kindNames: ReadonlySet<string>,
): Measured {
  const printed = kinds.filter(
    (kind) =>
      (phase === undefined || kind.phase === phase) &&
      (dispatcher === undefined || kind.dispatcher === dispatcher),
  );
  const own = printed.filter((kind) => kind.name === name);
  if (own.some(isUnusable)) {
    return missing("absurd");
  }
  if (own.length > 0) {
    return {
      kind: "bytes",
      bytes: own.reduce((most, { totalBytes }) => Math.max(most, totalBytes), -Infinity),
    };
  }
  if (printed.length === 0) {
    return missing("noLines");
  }
  return kindNames.has(name) ? { kind: "below", bytes: KIND_THRESHOLD } : missing("unknownKind");
}

function isUnusable(figure: Charge | KindFigure): boolean {
  return figure.absurd || Number.isNaN("deltaBytes" in figure ? figure.deltaBytes : figure.totalBytes);
}

function missing(reason: MissingReason): Measured {
  return { kind: "missing", reason };
}
