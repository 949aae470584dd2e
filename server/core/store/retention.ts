// Which runs may go. Pure: deleting is done elsewhere.
import type { RunFile } from "./runFile.ts";

/**
 * Ids of the runs that are older than the newest `keep` and that nobody holds on to: none that is labelled, goes on, or is
 * pinned. @param pinned ids of baselines
 */
export function expiredRuns(
  runs: readonly RunFile[],
  keep: number,
  pinned: ReadonlySet<string> = new Set(),
): readonly string[] {
  return runs
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(keep)
    .filter(({ id, label, status }) => label === null && status !== "running" && !pinned.has(id))
    .map(({ id }) => id);
}
