// Profile tree → finished columns for the chart, and the way back from a frame's id to what it stands for.
import { groupBy } from "../base/group.ts";
import type { Attribution, HandlerFigure } from "../model/attribution.ts";
import { type ProfileNode, profileTree } from "../model/profileTree.ts";
import type { RunModel } from "../model/runModel.ts";
import {
  FLAG_ABSURD,
  FLAG_HAS_SOURCE,
  FLAG_OVER_EXPLAINED,
  type FlameColumns,
  FRAME_KINDS,
  type OverlappingRow,
} from "./flameColumns.ts";

export interface Flame {
  readonly columns: FlameColumns;
  readonly overlapping: readonly OverlappingRow[];
  /** Logged function name → its widest frame. */
  readonly frameOfName: ReadonlyMap<string, number>;
}

/** @param title names the root frame */
export function flameOf(model: RunModel, attribution: Attribution, title: string): Flame {
  const placed = new Set(
    attribution.subjects.flatMap((figure) => (figure.entry === undefined ? [] : [figure.name])),
  );
  const frames = breadthFirst(profileTree(model, title));
  const columns = columnsOf(frames, placed);
  const overlapping = attribution.handlers.map((figure, index) =>
    overlappingRow(figure, frames.length + index),
  );
  return { columns, overlapping, frameOfName: widestByName(frames) };
}

interface Frame {
  readonly node: ProfileNode;
  readonly parent: number;
  readonly depth: number;
  readonly start: number;
}

/** Rows from the root down, each from left to right: children of earlier frames come before those of later ones. */
function breadthFirst(root: ProfileNode): readonly Frame[] {
  const frames: Frame[] = [{ node: root, parent: -1, depth: 0, start: 0 }];
  for (let id = 0; id < frames.length; id++) {
    const frame = frames[id];
    if (frame === undefined) {
      break;
    }
    let start = frame.start;
    for (const child of frame.node.children) {
      frames.push({ node: child, parent: id, depth: frame.depth + 1, start });
      start += child.weight;
    }
  }
  return frames;
}

function columnsOf(frames: readonly Frame[], placed: ReadonlySet<string>): FlameColumns {
  const strings = new Map<string, number>();
  const intern = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rows = [...groupBy(frames, (frame) => frame.depth).values()];
  const rowOffsets = [0];
  for (const row of rows) {
    rowOffsets.push((rowOffsets.at(-1) ?? 0) + row.length);
  }
  return {
    start: Float64Array.from(frames, (frame) => frame.start),
    weight: Float64Array.from(frames, ({ node }) => node.weight),
    delta: Float64Array.from(frames, ({ node }) => node.deltaBytes ?? Number.NaN),
    parent: Int32Array.from(frames, (frame) => frame.parent),
    name: Uint32Array.from(frames, ({ node }) => intern(node.name)),
    line: Int32Array.from(frames, ({ node }) => node.line ?? -1),
    rowOffsets: Uint32Array.from(rowOffsets),
    kind: Uint8Array.from(frames, ({ node }) => FRAME_KINDS.indexOf(node.kind)),
    flags: Uint8Array.from(frames, ({ node }) => flagsOf(node, placed)),
    strings: [...strings.keys()],
  };
}

function flagsOf(node: ProfileNode, placed: ReadonlySet<string>): number {
  return (
    (node.kind === "function" && placed.has(node.name) ? FLAG_HAS_SOURCE : 0) |
    (node.absurd ? FLAG_ABSURD : 0) |
    (node.overExplainedBytes > 0 ? FLAG_OVER_EXPLAINED : 0)
  );
}

function overlappingRow({ kind, branches, handlers }: HandlerFigure, frame: number): OverlappingRow {
  return {
    frame,
    name: kind.name,
    dispatcher: kind.dispatcher,
    phase: kind.phase ?? null,
    totalBytes: kind.totalBytes,
    count: kind.count,
    hasSource: branches.length + handlers.length > 0,
    absurd: kind.absurd,
  };
}

function widestByName(frames: readonly Frame[]): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const [id, { node }] of frames.entries()) {
    const known = widest.get(node.name);
    if (
      node.kind === "function" &&
      (known === undefined || node.weight > (frames[known]?.node.weight ?? 0))
    ) {
      widest.set(node.name, id);
    }
  }
  return widest;
}
