// What the page remembers of a run over a reload: VS Code throws a hidden page away and makes it anew.
import { type FrameKey, parseFrameKey } from "./frameKey.ts";
import type { WeightRange } from "./layout.ts";

export interface PageState {
  /** Which run it is about. */
  readonly title: string;
  /** Undefined while the whole run is shown, however long it gets. */
  readonly range: WeightRange | undefined;
  readonly selected: FrameKey | undefined;
}

/** A saved state, or undefined when there is none that this version understands. */
export function parsePageState(value: unknown): PageState | undefined {
  if (typeof value !== "object" || value === null || !("title" in value) || typeof value.title !== "string") {
    return undefined;
  }
  return {
    title: value.title,
    range: "range" in value ? parseRange(value.range) : undefined,
    selected: "selected" in value ? parseFrameKey(value.selected) : undefined,
  };
}

function parseRange(value: unknown): WeightRange | undefined {
  if (typeof value !== "object" || value === null || !("from" in value) || !("to" in value)) {
    return undefined;
  }
  const { from, to } = value;
  return typeof from === "number" && typeof to === "number" && from < to ? { from, to } : undefined;
}
