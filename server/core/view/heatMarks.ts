// Attribution of one file → marks of its growth.
import type { Range } from "../base/range.ts";
import type { Attribution, FileFigures, HandlerFigure, SubjectFigure } from "../model/attribution.ts";
import type { Drift } from "../model/drift.ts";
import { type HeatCurve, type HeatScale, heatLevel, heatScale } from "../model/heat.ts";
import type { Family } from "./family.ts";
import { type Area, type HeatMark, type MarkFamily, marksOfAreas } from "./markAreas.ts";

/** The scales of a run or file, one for each family, since their figures mean different things. */
export interface HeatScales {
  readonly subject: HeatScale | undefined;
  readonly handler: HeatScale | undefined;
}

/** How much a figure is marked for, and as what. */
export interface Weight {
  readonly family: MarkFamily;
  /** 0 for no mark. */
  readonly bytes: number;
}

export interface Weights {
  subject(figure: SubjectFigure): Weight;
  handler(figure: HandlerFigure): Weight;
}

/** Growth in one run. */
const GROWTH: Weights = {
  subject: (figure) => ({ family: "subject", bytes: subjectBytes(figure) }),
  handler: ({ kind }) => ({ family: "handler", bytes: kind.absurd ? 0 : kind.totalBytes }),
};

export function heatScalesOf(
  { subjects, handlers }: Pick<Attribution, "subjects" | "handlers">,
  weights = GROWTH,
): HeatScales {
  return {
    subject: heatScale(subjects.map((figure) => weights.subject(figure).bytes)),
    handler: heatScale(handlers.map((figure) => weights.handler(figure).bytes)),
  };
}

/** Over the figures of one file alone. */
export function fileScalesOf({ subjects, branches, handlers }: FileFigures, weights = GROWTH): HeatScales {
  const all = {
    subjects: subjects.map(({ figure }) => figure),
    handlers: [...branches, ...handlers].map(({ figure }) => figure),
  };
  return heatScalesOf(all, weights);
}

export function subjectBytes({ charges }: SubjectFigure): number {
  return Math.max(0, ...charges.map((charge) => (charge.absurd ? 0 : charge.deltaBytes)));
}

/** Marks in line order without overlap. Inner ranges win over outer ones, compiler code over compiled functions. */
export function heatMarksOf(
  figures: FileFigures,
  scales: HeatScales,
  curve?: HeatCurve,
  weights = GROWTH,
): readonly HeatMark[] {
  const area = (about: Family, weight: Weight, head: number, range: Range, drift: Drift): readonly Area[] => {
    const scale = scales[about];
    const level = scale === undefined ? undefined : heatLevel(weight.bytes, scale, curve);
    const { family } = weight;
    return level === undefined ? [] : [{ about, family, level, head, range, stale: drift === "changed" }];
  };
  const ofHandler = (figure: HandlerFigure, head: number, range: Range): readonly Area[] =>
    area("handler", weights.handler(figure), head, range, figure.drift);
  return marksOfAreas([
    ...figures.subjects.flatMap(({ entry: { symbol }, figure }) =>
      area("subject", weights.subject(figure), symbol.nameRange.start.line, symbol.range, figure.drift),
    ),
    ...figures.handlers.flatMap(({ entry: { symbol }, figure }) =>
      ofHandler(figure, symbol.nameRange.start.line, symbol.range),
    ),
    ...figures.branches.flatMap(({ branch, figure }) =>
      ofHandler(figure, branch.range.start.line, branch.range),
    ),
  ]);
}
