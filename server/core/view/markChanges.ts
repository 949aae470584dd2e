// Marks → what an editor has to draw, and what of it is new. One kind of mark is one decoration type.
import { groupBy } from "../base/group.ts";
import { HEAT_LEVELS } from "../model/heat.ts";
import type { HeatMark, MarkFamily } from "./markAreas.ts";

const FAMILIES: readonly MarkFamily[] = ["subject", "handler"];
const DIRECTIONS: readonly MarkFamily[] = ["grew", "shrank"];
const PARTS: readonly HeatMark["part"][] = ["head", "band"];

export type MarkKind = Pick<HeatMark, "part" | "family" | "level">;

/** Every kind of mark of one run: twelve. */
export const MARK_KINDS: readonly MarkKind[] = kindsOf(FAMILIES);

/** Every kind of mark while a baseline is pinned: twelve others, in the place of those. */
export const COMPARED_KINDS: readonly MarkKind[] = kindsOf(DIRECTIONS);

function kindsOf(families: readonly MarkFamily[]): readonly MarkKind[] {
  return families.flatMap((family) =>
    HEAT_LEVELS.flatMap((level) => PARTS.map((part) => ({ part, family, level }))),
  );
}

/** `head subject 3` */
export type MarkKey = string;

export function markKey({ part, family, level }: MarkKind): MarkKey {
  return `${part} ${family} ${level}`;
}

export type MarksByKind = ReadonlyMap<MarkKey, readonly HeatMark[]>;

/** What stands in an editor. Undefined for a kind whose marks have moved since they were drawn. */
export type MarksDrawn = ReadonlyMap<MarkKey, readonly HeatMark[] | undefined>;

/**
 * Without the bands of stale bodies: their figures are not of the code that stands there. Bands leave out lines whose text
 * begins at the left edge, since an editor draws a border beneath the text.
 * @param isFlush true for such a line, 0-based
 */
export function marksByKind(marks: readonly HeatMark[], isFlush: (line: number) => boolean): MarksByKind {
  const drawn = marks.flatMap((mark) => {
    if (mark.part === "head") {
      return [mark];
    }
    return mark.stale ? [] : withoutLines(mark, isFlush);
  });
  return groupBy(drawn, markKey);
}

function withoutLines(mark: HeatMark, isLeftOut: (line: number) => boolean): readonly HeatMark[] {
  const pieces: HeatMark[] = [];
  let fromLine: number | undefined;
  for (let line = mark.fromLine; line <= mark.toLine + 1; line++) {
    const ends = line > mark.toLine || isLeftOut(line);
    if (ends && fromLine !== undefined) {
      pieces.push({ ...mark, fromLine, toLine: line - 1 });
    }
    fromLine = ends ? undefined : (fromLine ?? line);
  }
  return pieces;
}

/** The kinds whose marks differ, with what is to stand now; an empty list takes all of a kind away. */
export function markChanges(before: MarksDrawn | undefined, now: MarksByKind): MarksByKind {
  const keys = new Set([...(before?.keys() ?? []), ...now.keys()]);
  const changed = [...keys].filter((key) => !same(before?.get(key), now.get(key)));
  return new Map(changed.map((key) => [key, now.get(key) ?? []]));
}

/** The same marks once an edit has moved them: nothing is known but that they are there. */
export function withoutPlaces(drawn: MarksDrawn | undefined): MarksDrawn {
  return new Map([...(drawn?.keys() ?? [])].map((key) => [key, undefined]));
}

function same(before: readonly HeatMark[] | undefined, now: readonly HeatMark[] | undefined): boolean {
  return (
    before?.length === now?.length &&
    before !== undefined &&
    before.every(({ fromLine, toLine, stale }, at) => {
      const other = now?.[at];
      return fromLine === other?.fromLine && toLine === other.toLine && stale === other.stale;
    })
  );
}

/** One edit, 0-based, as an editor tells of it. */
export interface TextEdit {
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly text: string;
}

/** False where an edit may move marks that stand. */
export function keepsLines({ range, text }: TextEdit): boolean {
  return range.start.line === range.end.line && !/[\r\n]/.test(text);
}
