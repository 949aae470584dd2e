// What crosses between the extension and the chart's page. Data goes out after `ready`; only ids come back.
import type { OverlappingRow } from "#core/view/flameColumns";

export type ToPage = ShowFlame | ShowEmpty | SelectFrame;

/** Extension → page: draw this. */
export interface ShowFlame {
  readonly type: "show";
  /** Names the state of the figures; ids are good only together with it. */
  readonly generation: number;
  /** `before-fix.log, run 1` */
  readonly title: string;
  /** As `encodeFlameBlock` writes it. */
  readonly block: ArrayBuffer;
  readonly strings: readonly string[];
  readonly overlapping: readonly OverlappingRow[];
  /** Total of the overlapping rows' phase, for "Σ / net"; null when it has not ended. */
  readonly netBytes: number | null;
  /** How the run differs from the pinned baseline, a line each: which one it is, what to know first, figures. */
  readonly differences: readonly string[];
  readonly locale: string;
}

/** Extension → page: there is nothing to draw, and this is what to do about it. */
export interface ShowEmpty {
  readonly type: "empty";
  readonly text: string;
}

/** Extension → page: mark this frame and bring it into view. */
export interface SelectFrame {
  readonly type: "select";
  readonly generation: number;
  readonly frame: number;
}

export type FromPage = Ready | OpenFrame;

/** Page → extension: listening. Sent once after each load. */
export interface Ready {
  readonly type: "ready";
}

/** Page → extension: show the source of this frame. */
export interface OpenFrame {
  readonly type: "open";
  readonly generation: number;
  readonly frame: number;
}

/** A message of the page, or undefined when it is none: the page is not trusted. */
export function parseFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== "object" || message === null || !("type" in message)) {
    return undefined;
  }
  if (message.type === "ready") {
    return { type: "ready" };
  }
  if (message.type !== "open" || !("generation" in message) || !("frame" in message)) {
    return undefined;
  }
  const { generation, frame } = message;
  return isId(generation) && isId(frame) ? { type: "open", generation, frame } : undefined;
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
