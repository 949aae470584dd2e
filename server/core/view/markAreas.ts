// Areas → marks: one head mark at a declaration or branch, a band along its body, one mark a line.
import type { Range } from "../base/range.ts";
import type { HeatLevel } from "../model/heat.ts";
import type { Family } from "./family.ts";

/** What a figure is about; while a baseline is pinned, which way it went. */
export type MarkFamily = Family | "grew" | "shrank";

/** What a run of lines shows. 0-based lines, both included. */
export interface HeatMark {
  readonly part: "head" | "band";
  readonly family: MarkFamily;
  readonly level: HeatLevel;
  readonly fromLine: number;
  readonly toLine: number;
  /** The code has changed since the run was made. */
  readonly stale: boolean;
}

/** A declaration or branch that is to be marked. */
export interface Area {
  readonly about: Family;
  readonly family: MarkFamily;
  readonly level: HeatLevel;
  readonly head: number;
  readonly range: Range;
  readonly stale: boolean;
}

/** Marks in line order without overlap. Inner areas win over outer ones, compiler code over compiled functions. */
export function marksOfAreas(areas: readonly Area[]): readonly HeatMark[] {
  // Painted from the outside in, so that the last one to touch a line is the one to show; the hotter one on a tie.
  const outsideIn = areas.toSorted(
    (a, b) => span(b.range) - span(a.range) || familyOrder(a) - familyOrder(b) || a.level - b.level,
  );
  return segments(paint(outsideIn));
}

function span(range: Range): number {
  return range.end.line - range.start.line;
}

function familyOrder(area: Area): number {
  return area.about === "subject" ? 0 : 1;
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
