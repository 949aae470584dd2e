// Two snapshots of the code → functions that only changed their name.
import { groupBy } from "../../base/group.ts";
import type { SeenCode, Snapshot } from "../snapshot.ts";

/** Mangled name in the base → in the run: names that are gone there, with the code of exactly one that is new. */
export function renamesBetween(base: Snapshot | null, run: Snapshot | null): ReadonlyMap<string, string> {
  if (base === null || run === null) {
    return new Map();
  }
  const gone = onlyIn(base, run);
  const added = onlyIn(run, base);
  return new Map(
    [...gone].flatMap(([code, [before, ...others]]) => {
      const [now, ...more] = added.get(code) ?? [];
      const isUnique = others.length === 0 && more.length === 0;
      return before !== undefined && now !== undefined && isUnique ? [[before, now] as const] : [];
    }),
  );
}

/** Names that the other snapshot does not have, by their code. */
function onlyIn({ symbols }: Snapshot, other: Snapshot): ReadonlyMap<string, readonly string[]> {
  const names = [...symbols.keys()].filter((name) => !other.symbols.has(name));
  return groupBy(names, (name) => codeKey(symbols.get(name) ?? []));
}

function codeKey(clauses: readonly SeenCode[]): string {
  return clauses.map(({ hash }) => hash).join(" ");
}
