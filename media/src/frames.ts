// Questions to the columns. Breadth-first order answers them by search: no index is kept beside the columns.
import { type FlameColumns, FRAME_KINDS, type FrameKind } from "#core/view/flameColumns";
import { lowerBound } from "./search.ts";

export const ROOT = 0;

/** Ids [first, end). */
export interface FrameSpan {
  readonly first: number;
  readonly end: number;
}

export function frameCount(columns: FlameColumns): number {
  return columns.start.length;
}

export function rowCount(columns: FlameColumns): number {
  return Math.max(columns.rowOffsets.length - 1, 0);
}

export function rowSpan(columns: FlameColumns, row: number): FrameSpan {
  const first = columns.rowOffsets[row] ?? frameCount(columns);
  return { first, end: columns.rowOffsets[row + 1] ?? first };
}

/** Depth of a frame, 0 for the root. */
export function rowOf(columns: FlameColumns, frame: number): number {
  return lowerBound(columns.rowOffsets, frame + 1, 0, columns.rowOffsets.length) - 1;
}

export function startOf(columns: FlameColumns, frame: number): number {
  return columns.start[frame] ?? 0;
}

export function weightOf(columns: FlameColumns, frame: number): number {
  return columns.weight[frame] ?? 0;
}

export function endOf(columns: FlameColumns, frame: number): number {
  return startOf(columns, frame) + weightOf(columns, frame);
}

/** Signed growth; NaN where the log gives none. */
export function deltaOf(columns: FlameColumns, frame: number): number {
  return columns.delta[frame] ?? Number.NaN;
}

export function nameOf(columns: FlameColumns, frame: number): string {
  return columns.strings[columns.name[frame] ?? -1] ?? "";
}

export function kindOf(columns: FlameColumns, frame: number): FrameKind | undefined {
  return FRAME_KINDS[columns.kind[frame] ?? -1];
}

/** The frame above, undefined for the root. */
export function parentOf(columns: FlameColumns, frame: number): number | undefined {
  const parent = columns.parent[frame] ?? -1;
  return parent < 0 ? undefined : parent;
}

/** 1-based line of the log, as a person counts; undefined where no one line stands for the frame. */
export function shownLineOf(columns: FlameColumns, frame: number): number | undefined {
  const line = columns.line[frame] ?? -1;
  return line < 0 ? undefined : line + 1;
}

export function hasFlag(columns: FlameColumns, frame: number, flag: number): boolean {
  return ((columns.flags[frame] ?? 0) & flag) !== 0;
}

export function childrenOf(columns: FlameColumns, frame: number): FrameSpan {
  const below = rowSpan(columns, rowOf(columns, frame) + 1);
  const first = lowerBound(columns.parent, frame, below.first, below.end);
  return { first, end: lowerBound(columns.parent, frame + 1, first, below.end) };
}

/** The frame itself among the children of its parent. */
export function siblingsOf(columns: FlameColumns, frame: number): FrameSpan {
  const parent = parentOf(columns, frame);
  return parent === undefined ? { first: frame, end: frame + 1 } : childrenOf(columns, parent);
}

/** From the root down to the frame itself. */
export function pathTo(columns: FlameColumns, frame: number): readonly number[] {
  const path: number[] = [];
  for (let at: number | undefined = frame; at !== undefined; at = parentOf(columns, at)) {
    path.push(at);
  }
  return path.reverse();
}
