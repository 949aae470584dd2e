// Which processes belong to a launch.
import { groupBy } from "#core/base/group";
import type { ProcessRow } from "./processRow.ts";

/**
 * Those that are marked, those that descend from one that belongs, and those that did before, whatever became of their
 * parents and environments since.
 * @param known keys of those that belonged before
 * @param root the process that was started
 */
export function members(
  rows: readonly ProcessRow[],
  known: ReadonlySet<string>,
  root: number | undefined,
): readonly ProcessRow[] {
  const found = new Map<number, ProcessRow>();
  const children = groupBy(rows, ({ parent }) => parent);
  const open = rows.filter((row) => row.isMarked || row.pid === root || known.has(memberKey(row)));
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    if (!found.has(row.pid)) {
      found.set(row.pid, row);
      open.push(...(children.get(row.pid) ?? []));
    }
  }
  return [...found.values()];
}

/** A process id alone is used again. */
export function memberKey({ pid, start }: ProcessRow): string {
  return `${pid} ${start}`;
}
