// Attribution of one file → marks: one head mark at a declaration or branch, a band along its body, one mark a line.
import type { Range } from "../base/range.ts";
import type { Attribution, FileFigures } from "../model/attribution.ts";
import type { Drift } from "../model/drift.ts";
import { type HeatCurve, type HeatLevel, type HeatScale, heatLevel, heatScale } from "../model/heat.ts";
import type { Family } from "./family.ts";

/** What a run of lines shows. 0-based lines, both included. */
export interface HeatMark {
  readonly part: "head" | "band";
  readonly family: Family;
  readonly level: HeatLevel;
  readonly fromLine: number;
  readonly toLine: number;
  /** The code has changed since the run was made. */
  readonly stale: boolean;
}

/** The scales of a run or file, one for each family, since their figures mean different things. */
export interface HeatScales {
  readonly subject: HeatScale | undefined;
  readonly handler: HeatScale | undefined;
}

export function heatScalesOf({ subjects, handlers }: Pick<Attribution, "subjects" | "handlers">): HeatScales {
  return {
    subject: heatScale(subjects.map(subjectBytes)),
    handler: heatScale(handlers.map(({ kind }) => known(kind))),
  };
}

/** Over the figures of one file alone. */
export function fileScalesOf({ subjects, branches, handlers }: FileFigures): HeatScales {
  return heatScalesOf({
    subjects: subjects.map(({ figure }) => figure),
    handlers: [...branches, ...handlers].map(({ figure }) => figure),
  });
}

export function subjectBytes({ charges }: Attribution["subjects"][number]): number {
  return Math.max(0, ...charges.map((charge) => (charge.absurd ? 0 : charge.deltaBytes)));
}

interface Area {
  readonly family: Family;
  readonly level: HeatLevel;
  readonly head: number;
  readonly range: Range;
  readonly stale: boolean;
}

/** Marks in line order without overlap. Inner ranges win over outer ones, compiler code over compiled functions. */
export function heatMarksOf(
  figures: FileFigures,
  scales: HeatScales,
  curve?: HeatCurve,
): readonly HeatMark[] {
  const area = (family: Family, bytes: number, head: number, range: Range, drift: Drift): readonly Area[] => {
    const scale = scales[family];
    const level = scale === undefined ? undefined : heatLevel(bytes, scale, curve);
    return level === undefined ? [] : [{ family, level, head, range, stale: drift === "changed" }];
  };
  const areas = [
    ...figures.subjects.flatMap(({ entry: { symbol }, figure }) =>
      area("subject", subjectBytes(figure), symbol.nameRange.start.line, symbol.range, figure.drift),
    ),
    ...figures.handlers.flatMap(({ entry: { symbol }, figure: { kind, drift } }) =>
      area("handler", known(kind), symbol.nameRange.start.line, symbol.range, drift),
    ),
    ...figures.branches.flatMap(({ branch, figure: { kind, drift } }) =>
      area("handler", known(kind), branch.range.start.line, branch.range, drift),
    ),
  ];
  // Painted from the outside in, so that the last one to touch a line is the one to show; the hotter one on a tie.
  const outsideIn = areas.sort(
    (a, b) => span(b.range) - span(a.range) || familyOrder(a) - familyOrder(b) || a.level - b.level,
  );
  return segments(paint(outsideIn));
}

function known(kind: { readonly absurd: boolean; readonly totalBytes: number }): number {
  return kind.absurd ? 0 : kind.totalBytes;
}

function span(range: Range): number {
  return range.end.line - range.start.line;
}

function familyOrder(area: Area): number {
  return area.family === "subject" ? 0 : 1;
}

interface Painted {
  readonly area: Area;
  readonly part: HeatMark["part"];
}

function paint(areas: readonly Area[]): ReadonlyMap<number, Painted> {
  const lines = new Map<number, Painted>();
  for (const area of areas) {
    for (let line = area.head; line <= area.range.end.line; line++) {
      lines.set(line, { area, part: line === area.head ? "head" : "band" });
    }
  }
  return lines;
}

function segments(lines: ReadonlyMap<number, Painted>): readonly HeatMark[] {
  const marks: HeatMark[] = [];
  let last: { area: Area; mark: HeatMark } | undefined;
  for (const [line, { area, part }] of [...lines].sort(([a], [b]) => a - b)) {
    const goesOn = last?.area === area && last.mark.part === part && last.mark.toLine === line - 1;
    if (last !== undefined && goesOn) {
      last = { area, mark: { ...last.mark, toLine: line } };
      marks[marks.length - 1] = last.mark;
    } else {
      const { family, level } = area;
      last = { area, mark: { part, family, level, fromLine: line, toLine: line, stale: area.stale } };
      marks.push(last.mark);
    }
  }
  return marks;
}
