// The shown run beside its baseline, as views ask for it: by the figure that they show.
import { type Attribution, attribute, type FileFigures } from "../../model/attribution.ts";
import type { Charge } from "../../model/charges.ts";
import type { FigureDiff, KindDiff, RunDiff } from "../../model/compare/runDiff.ts";
import type { KindFigure } from "../../model/kindFigures.ts";
import type { SymbolLookup } from "../../quartz/symbolIndex.ts";
import { goneFigures } from "./goneFigures.ts";

export interface Comparison {
  /** `before-fix.log, run 1` */
  readonly title: string;
  /** The baseline is what somebody expects, not what was measured. */
  readonly approximate: boolean;
  readonly diff: RunDiff;
  /** What the baseline alone has, on the sources as they are now. */
  readonly gone: Attribution;
  ofCharge(charge: Pick<Charge, "name" | "phase">): FigureDiff | undefined;
  ofKind(kind: Pick<KindFigure, "name" | "dispatcher" | "phase">): KindDiff | undefined;
  /** Figures of the baseline alone in a file. */
  goneIn(uri: string): FileFigures | undefined;
}

/** @param index what names mean where the shown log is */
export function comparisonOf(diff: RunDiff, title: string, index: SymbolLookup): Comparison {
  const functions = byKey(diff.functions, keyOf);
  const kinds = byKey(diff.kinds, kindKeyOf);
  const gone = goneFigures(attribute(diff.base, index), diff);
  return {
    ...{ title, diff, gone },
    approximate: diff.base.run.kind === "expectation",
    ofCharge: (charge) => functions.get(keyOf(charge)),
    ofKind: (kind) => kinds.get(kindKeyOf(kind)),
    goneIn: (uri) => gone.byFile.get(uri),
  };
}

/** Of several under one key, one that can be true. */
function byKey<T extends FigureDiff>(
  figures: readonly T[],
  key: (figure: T) => string,
): ReadonlyMap<string, T> {
  return new Map(
    figures.toSorted((a, b) => Number(b.absurd) - Number(a.absurd)).map((one) => [key(one), one]),
  );
}

function keyOf({ name, phase }: Pick<FigureDiff, "name" | "phase">): string {
  return `${phase ?? ""}\n${name}`;
}

function kindKeyOf(kind: Pick<KindDiff, "name" | "dispatcher" | "phase">): string {
  return `${kind.dispatcher}\n${keyOf(kind)}`;
}
