// Inclusive rows → one group per dispatcher and phase, each with its Σ. The Σ is shown beside the net growth as a
// ratio, to say how much is counted again; nothing else is ever made of it.
import type { OverlappingRow } from "#core/view/flameColumns";

export interface OverlappingGroup {
  readonly dispatcher: string;
  /** Null in a phase that has not ended. */
  readonly phase: string | null;
  /** Largest first; what cannot be true comes last. */
  readonly rows: readonly OverlappingRow[];
  /** Of the rows that can be true. */
  readonly sumBytes: number;
  /** Net growth of the phase; null where it is not known. */
  readonly netBytes: number | null;
  readonly largestBytes: number;
}

/** @param netBytes growth of the one phase that the rows belong to; with several phases it fits none of them */
export function overlappingGroups(
  rows: readonly OverlappingRow[],
  netBytes: number | null,
): readonly OverlappingGroup[] {
  const onePhase = new Set(rows.map((row) => row.phase)).size === 1;
  const groups = new Map<string, OverlappingRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.phase, row.dispatcher]);
    const members = groups.get(key) ?? [];
    members.push(row);
    groups.set(key, members);
  }
  return [...groups.values()].map((members) => groupOf(members, onePhase ? netBytes : null));
}

function groupOf(rows: readonly OverlappingRow[], netBytes: number | null): OverlappingGroup {
  const sound = rows.filter((row) => !row.absurd).toSorted((a, b) => b.totalBytes - a.totalBytes);
  return {
    dispatcher: rows[0]?.dispatcher ?? "",
    phase: rows[0]?.phase ?? null,
    rows: [...sound, ...rows.filter((row) => row.absurd)],
    sumBytes: sound.reduce((sum, row) => sum + row.totalBytes, 0),
    netBytes,
    largestBytes: sound.reduce((largest, row) => Math.max(largest, Math.abs(row.totalBytes)), 0),
  };
}
