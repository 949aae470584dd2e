// What the code was like when figures were made: taken at a run, or when a log is first used.

import { groupBy } from "../base/group.ts";
import type { Range } from "../base/range.ts";
import type { Code } from "../quartz/code.ts";
import type { SymbolIndex } from "../quartz/symbolIndex.ts";
import { dispatcherName } from "./dispatchers.ts";

export const SNAPSHOT_VERSION = 1;

/** With the run itself, or only when its log came here. */
export type SnapshotTaken = "run" | "import";

/** A declaration or branch as it was. Lines are 0-based, both included. */
export interface SeenCode {
  /** Relative to the workspace folder that held it, with `/`. */
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly hash: string;
}

export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  readonly taken: SnapshotTaken;
  /** By mangled name; several where the function has clauses, or where files share the name. */
  readonly symbols: ReadonlyMap<string, readonly SeenCode[]>;
  /** By dispatcher and kind, see `branchKey`. */
  readonly branches: ReadonlyMap<string, readonly SeenCode[]>;
}

/** @param fileOf path of a file, relative to its workspace folder */
export function takeSnapshot(
  index: SymbolIndex,
  taken: SnapshotTaken,
  fileOf: (uri: string) => string,
): Snapshot {
  const symbols: Named[] = [];
  const branches: Named[] = [];
  for (const { uri, file } of index.files()) {
    const path = fileOf(uri);
    for (const { mangledName, symbol } of index.entriesOf(uri)) {
      symbols.push(...named(mangledName, path, symbol));
    }
    for (const branch of file.branches) {
      branches.push(...named(branchKey(branch.dispatcher, branch.kindName), path, branch));
    }
  }
  return { version: SNAPSHOT_VERSION, taken, symbols: byName(symbols), branches: byName(branches) };
}

/** `tc_expr NODE_CALL`, also for the dispatcher that the published probe renamed. */
export function branchKey(dispatcher: string, kindName: string): string {
  return `${dispatcherName(dispatcher)} ${kindName}`;
}

interface Named {
  readonly name: string;
  readonly seen: SeenCode;
}

function named(
  name: string,
  file: string,
  { range, code }: { readonly range: Range; readonly code: Code | undefined },
): readonly Named[] {
  return code === undefined
    ? []
    : [{ name, seen: { file, startLine: range.start.line, endLine: range.end.line, hash: code.hash } }];
}

function byName(all: readonly Named[]): ReadonlyMap<string, readonly SeenCode[]> {
  const groups = groupBy(all, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ seen }) => seen)]));
}
