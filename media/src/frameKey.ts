// A name for a frame that outlives its id: a log that grows, or is read again, gives new ids to the same frames.

import type { FlameRun } from "./flameRun.ts";
import { childrenOf, nameOf, pathTo, ROOT } from "./frames.ts";

/** Names from below the root down; or, for a frame of the overlapping list, what tells its row from the others. */
export type FrameKey =
  | { readonly path: readonly string[] }
  | { readonly kind: readonly [phase: string | null, dispatcher: string, name: string] };

export function keyOf({ columns, overlapping }: FlameRun, frame: number): FrameKey {
  const row = overlapping.find((candidate) => candidate.frame === frame);
  return row === undefined
    ? {
        path: pathTo(columns, frame)
          .slice(1)
          .map((at) => nameOf(columns, at)),
      }
    : { kind: [row.phase, row.dispatcher, row.name] };
}

/** The frame of that name in another state of the run; the first one where several share it. */
export function findKey(run: FlameRun, key: FrameKey): number | undefined {
  if ("kind" in key) {
    const [phase, dispatcher, name] = key.kind;
    return run.overlapping.find(
      (row) => row.phase === phase && row.dispatcher === dispatcher && row.name === name,
    )?.frame;
  }
  let frame: number | undefined = run.columns.start.length > 0 ? ROOT : undefined;
  for (const name of key.path) {
    frame = frame === undefined ? undefined : childNamed(run, frame, name);
  }
  return frame;
}

function childNamed({ columns }: FlameRun, parent: number, name: string): number | undefined {
  const { first, end } = childrenOf(columns, parent);
  for (let child = first; child < end; child++) {
    if (nameOf(columns, child) === name) {
      return child;
    }
  }
  return undefined;
}

/** What a saved state holds, checked: it may be of an older version of this page. */
export function parseFrameKey(value: unknown): FrameKey | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  if ("path" in value && Array.isArray(value.path) && value.path.every((name) => typeof name === "string")) {
    return { path: value.path };
  }
  if ("kind" in value && Array.isArray(value.kind)) {
    const [phase, dispatcher, name]: unknown[] = value.kind;
    const sound = typeof dispatcher === "string" && typeof name === "string";
    if (sound && (phase === null || typeof phase === "string")) {
      return { kind: [phase, dispatcher, name] };
    }
  }
  return undefined;
}
