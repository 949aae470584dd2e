// The flame chart's data, finished: what the page draws and what an id in a message means.
//
// A frame has a `weight` (its width, never negative) and a signed `delta` (its text and colour), because a width
// cannot be negative and growth can. Frames are in breadth-first order, so a row is one contiguous span sorted by
// `start`: drawing culls and hit testing searches without any index. Frames that overlap (inclusive node kinds)
// never get a width: they are rows of `overlapping`, with ids that go on after the last frame.

export const FRAME_KINDS = [
  "run",
  "start",
  "phase",
  "subPhase",
  "gap",
  "open",
  "function",
  "remainder",
  "nodeKind",
] as const;

export type FrameKind = (typeof FRAME_KINDS)[number];

export const FLAG_HAS_SOURCE = 1;
/** The value cannot be true; drawn flagged, with no weight. */
export const FLAG_ABSURD = 2;
/** The children explain more than the frame itself grew. */
export const FLAG_OVER_EXPLAINED = 4;

export interface FlameColumns {
  /** Left edge, in bytes of weight from the left end of the chart. */
  readonly start: Float64Array;
  /** Width in bytes, ≥ 0. A parent's is the sum of its children's. */
  readonly weight: Float64Array;
  /** Signed growth in bytes; NaN where the log gives none. */
  readonly delta: Float64Array;
  /** Frame id, −1 for the root. */
  readonly parent: Int32Array;
  /** Index into `strings`. */
  readonly name: Uint32Array;
  /** 0-based line of the log, −1 where no one line stands for the frame. */
  readonly line: Int32Array;
  /** Row d holds the frames [rowOffsets[d], rowOffsets[d + 1]). */
  readonly rowOffsets: Uint32Array;
  /** Index into FRAME_KINDS. */
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly strings: readonly string[];
}

/** A figure that overlaps with its neighbours and is therefore listed, not drawn. */
export interface OverlappingRow {
  readonly frame: number;
  /** `NODE_CALL` */
  readonly name: string;
  /** `tc_expr` */
  readonly dispatcher: string;
  readonly phase: string | null;
  readonly totalBytes: number;
  readonly count: number;
  readonly hasSource: boolean;
  readonly absurd: boolean;
}
