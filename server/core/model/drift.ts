// Snapshot × index → what has become of the code that a log names. A function is its mangled name; under another module
// it is the one with the same bare name and code, so that renaming a file loses nothing.
import { type Resolution, resolveName } from "../quartz/resolveName.ts";
import type { IndexEntry, SymbolLookup } from "../quartz/symbolIndex.ts";
import { unknownReason } from "../quartz/unknownName.ts";
import type { BranchPlace } from "./dispatchers.ts";
import type { KindFigure } from "./kindFigures.ts";
import { bareName, SeenNames } from "./seenNames.ts";
import { branchKey, type SeenCode, type Snapshot, type SnapshotTaken } from "./snapshot.ts";

/**
 * Is the code still what it was when the run was made? `unknown` where nothing is remembered of that time; `gone` where the
 * name was there and is no more.
 */
export type Drift = "unknown" | "same" | "changed" | "gone";

/** Where code was that is gone. */
export interface LastSeen {
  /** Relative to the workspace folder, with `/`. */
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}

export interface DriftOf {
  readonly drift: Drift;
  /** Undefined when nothing is remembered. */
  readonly since: SnapshotTaken | undefined;
  /** Only of what is gone. */
  readonly lastSeen: LastSeen | undefined;
}

export interface PlacedSubject extends DriftOf {
  readonly resolution: Resolution;
}

/** A snapshot with what is looked up in it again and again. Made once per snapshot. */
export class Memory {
  readonly #snapshot: Snapshot;
  readonly #names: SeenNames;
  readonly #fileOf: (uri: string) => string;

  /** @param fileOf path of a file, relative to its workspace folder, as the snapshot has it */
  constructor(snapshot: Snapshot, fileOf: (uri: string) => string) {
    this.#snapshot = snapshot;
    this.#names = new SeenNames(snapshot);
    this.#fileOf = fileOf;
  }

  get taken(): SnapshotTaken {
    return this.#snapshot.taken;
  }

  /** Finds the function that a logged name meant at the time of the snapshot, wherever it is now. */
  subject(index: SymbolLookup, logged: string): PlacedSubject {
    const resolution = resolveName(index, logged);
    const name = resolution.how === "runtime" ? undefined : this.#names.meantBy(logged);
    const isIt =
      "entry" in resolution &&
      (name === undefined || name === resolution.entry.mangledName || isCertain(resolution));
    if (isIt) {
      return { resolution, ...this.#tell(this.#function(index, resolution.clauses)) };
    }
    const was = name === undefined ? undefined : this.#names.symbol(name);
    return name === undefined || was === undefined
      ? { resolution, ...UNKNOWN }
      : this.#search(index, logged, name, was);
  }

  /** Of the branches that test for a kind, and the functions that they hand it to, together. */
  handler(index: SymbolLookup, kind: KindFigure, places: readonly BranchPlace[]): DriftOf {
    const was = this.#snapshot.branches.get(branchKey(kind.dispatcher, kind.name));
    if (places.length === 0) {
      return was === undefined ? UNKNOWN : this.#tell("gone", was);
    }
    const now = places.map(({ uri, branch }) => ({ uri, hash: branch.code.hash }));
    const isChanged =
      places.some((place) => this.#handedTo(index, place) === "changed") ||
      (was !== undefined && !sameHashes(was, now) && !sameHashes(this.#inFiles(was, now), now));
    return this.#tell(isChanged ? "changed" : was === undefined ? "unknown" : "same");
  }

  /** What has become of the function that a branch calls; a call that leads nowhere any more is a change. */
  #handedTo(index: SymbolLookup, { branch, handler }: BranchPlace): Drift {
    if (handler !== undefined) {
      const clauses = index.byMangledName(handler.mangledName).filter(({ uri }) => uri === handler.uri);
      return this.#function(index, clauses);
    }
    const written = branch.handler?.split("::").slice(-2).join("$");
    return written !== undefined && this.#names.meantBy(written) !== undefined ? "changed" : "unknown";
  }

  /** The name leads nowhere, or to several, or to what was another function: the code decides. */
  #search(index: SymbolLookup, logged: string, name: string, was: readonly SeenCode[]): PlacedSubject {
    const candidates = index
      .byBareName(bareName(name))
      .filter(({ mangledName }) => mangledName === name || this.#names.symbol(mangledName) === undefined);
    const hashes = new Set(was.map(({ hash }) => hash));
    const same = candidates.filter((entry) => hashes.has(hashOf(entry)));
    const likely = same.length > 0 ? same : candidates;
    const [entry, ...others] = likely;
    if (entry === undefined) {
      const reason = unknownReason(index, logged);
      return { resolution: { how: "unknown", reason }, ...this.#tell("gone", was) };
    }
    if (others.every((other) => isClause(other, entry))) {
      const drift = sameHashes(was, likely.map(hashed)) ? "same" : "changed";
      return { resolution: { how: "suffix", entry, clauses: likely }, ...this.#tell(drift) };
    }
    return { resolution: { how: "ambiguous", candidates: likely }, ...UNKNOWN };
  }

  #function(index: SymbolLookup, clauses: readonly IndexEntry[]): Drift {
    const [entry] = clauses;
    const now = clauses.map(hashed);
    if (entry === undefined) {
      return "unknown";
    }
    const was = this.#names.symbol(entry.mangledName);
    if (was?.length === 1 && now.length === 1 && was[0]?.hash === now[0]?.hash) {
      return "same";
    }
    if (was !== undefined) {
      const here = this.#inFiles(was, now);
      const all = index.byMangledName(entry.mangledName).filter(({ uri }) => uri === entry.uri);
      return isAmong(now, here.length > 0 ? here : was, all.length) ? "same" : "changed";
    }
    // It had another name, in a file that was called otherwise; which one, the code tells.
    const before = this.#names
      .withBareName(entry.symbol.name)
      .filter((name) => index.byMangledName(name).length === 0)
      .map((name) => this.#names.symbol(name) ?? []);
    if (before.some((one) => sameHashes(one, now))) {
      return "same";
    }
    return before.length === 1 ? "changed" : "unknown";
  }

  /** Where several files share a name, those count whose code is asked about. */
  #inFiles(was: readonly SeenCode[], now: readonly Hashed[]): readonly SeenCode[] {
    const files = new Set(now.map(({ uri }) => this.#fileOf(uri)));
    return was.filter(({ file }) => files.has(file));
  }

  #tell(drift: Drift, [first]: readonly SeenCode[] = []): DriftOf {
    return drift === "unknown"
      ? UNKNOWN
      : {
          drift,
          since: this.#snapshot.taken,
          lastSeen: first && { file: first.file, line: first.startLine },
        };
  }
}

/** Of what nothing is remembered. */
export const UNKNOWN: DriftOf = { drift: "unknown", since: undefined, lastSeen: undefined };

/** Found by the whole name as logged, or by a person. */
function isCertain(resolution: Resolution): boolean {
  return (
    resolution.how === "exact" ||
    resolution.how === "method" ||
    ("decided" in resolution && resolution.decided?.by === "choice")
  );
}

/** Several `def`s of one name and arity in one file are clauses of one function. */
function isClause({ uri, symbol }: IndexEntry, of: IndexEntry): boolean {
  return uri === of.uri && symbol.arity === of.symbol.arity && symbol.container === of.symbol.container;
}

interface Hashed {
  readonly uri: string;
  readonly hash: string;
}

function hashed(entry: IndexEntry): Hashed {
  return { uri: entry.uri, hash: hashOf(entry) };
}

function hashOf({ symbol }: IndexEntry): string {
  return symbol.code?.hash ?? "";
}

type HasHash = Pick<SeenCode, "hash">;

function sameHashes(one: readonly HasHash[], other: readonly HasHash[]): boolean {
  const sorted = (all: readonly HasHash[]): string => JSON.stringify(all.map(({ hash }) => hash).sort());
  return one.length === other.length && sorted(one) === sorted(other);
}

/** All of `now` were there, and none has been taken away; overloads that are not asked about are left aside. */
function isAmong(now: readonly HasHash[], was: readonly HasHash[], nowInAll: number): boolean {
  const hashes = new Set(was.map(({ hash }) => hash));
  return nowInAll >= was.length && now.every(({ hash }) => hashes.has(hash));
}
