// Attribution → how much of the log is in the sources, and why the rest probably is not.
import { isBelow } from "../quartz/folders.ts";
import { moduleOf } from "../quartz/modules.ts";
import type { SymbolLookup } from "../quartz/symbolIndex.ts";
import type { Attribution } from "./attribution.ts";

/**
 * Why names are missing. `otherCommit`: their modules are here, the functions are not. `otherRoot`: their modules are not
 * here. `rootFile`: they have no module, as the functions of the file that a build starts from.
 */
export type MissReason = "otherCommit" | "otherRoot" | "rootFile";

export interface MatchReport {
  /** What was looked for: a log without function lines is judged by its node kinds. */
  readonly of: "functions" | "kinds";
  /** Distinct names that the sources have, ambiguous ones included. */
  readonly matched: number;
  /** Distinct names of the log; what the runtime brings along is left out. */
  readonly all: number;
  /** Of the matched, those that only another workspace folder than the log's has. */
  readonly elsewhere: number;
  /** So little of the log is here that the sources are hardly those that it is about. */
  readonly isLittle: boolean;
  /** The commonest reason among the names that are missing; undefined when none is, and for kinds. */
  readonly reason: MissReason | undefined;
}

/** A log is about these sources when they have this share of its names. */
const ENOUGH = 1 / 4;

/** @param folder URI of the workspace folder that the log lies in; undefined when in none */
export function matchReport(
  attribution: Attribution,
  index: Pick<SymbolLookup, "files">,
  folder: string | undefined,
): MatchReport {
  const subjects = attribution.subjects.filter(({ resolution }) => resolution.how !== "runtime");
  if (subjects.length === 0) {
    const { handlers } = attribution;
    const matched = handlers.filter(({ branches }) => branches.length > 0).length;
    return report("kinds", matched, handlers.length, 0, undefined);
  }
  const missing = subjects.filter(({ resolution }) => resolution.how === "unknown");
  const elsewhere =
    folder === undefined
      ? 0
      : subjects.filter(({ entry }) => entry !== undefined && !isBelow(entry.uri, folder)).length;
  const names = missing.map(({ name }) => name);
  return report(
    "functions",
    subjects.length - missing.length,
    subjects.length,
    elsewhere,
    reasonOf(names, index),
  );
}

function report(
  of: MatchReport["of"],
  matched: number,
  all: number,
  elsewhere: number,
  reason: MissReason | undefined,
): MatchReport {
  return { of, matched, all, elsewhere, isLittle: all > 0 && matched < all * ENOUGH, reason };
}

function reasonOf(names: readonly string[], index: Pick<SymbolLookup, "files">): MissReason | undefined {
  if (names.length === 0) {
    return undefined;
  }
  const holders = holdersOf(index);
  const counts = { otherCommit: 0, otherRoot: 0, rootFile: 0 };
  for (const name of names) {
    const end = name.indexOf("$");
    counts[end < 0 ? "rootFile" : holders.has(name.slice(0, end)) ? "otherCommit" : "otherRoot"] += 1;
  }
  // Functions of the root file alone say little: beside missing modules they are one more sign of another root.
  const isOtherRoot = counts.otherRoot > 0 && counts.otherRoot + counts.rootFile >= counts.otherCommit;
  return isOtherRoot ? "otherRoot" : counts.otherCommit > 0 ? "otherCommit" : "rootFile";
}

/** Modules, and types with methods: what stands before the `$`. */
function holdersOf(index: Pick<SymbolLookup, "files">): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const { path, file } of index.files()) {
    holders.add(moduleOf(path));
    for (const { container } of file.symbols) {
      if (container !== undefined) {
        holders.add(container);
      }
    }
  }
  return holders;
}
