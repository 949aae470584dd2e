// A logged name → the function it means, in the order in which the compiler itself looks names up.
import { importedFirst } from "./importOrder.ts";
import type { IndexEntry, SymbolLookup } from "./symbolIndex.ts";
import { type UnknownReason, unknownReason } from "./unknownName.ts";

export type Resolution = Resolved | Ambiguous | { readonly how: "runtime" } | Unknown;

export interface Resolved {
  /** `exact` module$function, type `method`, `prefix` with a rest (`f$poll`), or the only `suffix` $function. */
  readonly how: "exact" | "method" | "prefix" | "suffix";
  readonly entry: IndexEntry;
  /** Several `def`s of one name and arity in one file are clauses of one function; `entry` is the first. */
  readonly clauses: readonly IndexEntry[];
  /** What the name has beyond the function found: `poll`. */
  readonly rest?: string;
  /** Why this one, where the name alone left several: a person chose it, or the root's imports find it first. */
  readonly decided?: Decided;
}

export interface Decided {
  readonly by: "choice" | "importOrder";
  /** All that the name could mean, this one among them. */
  readonly candidates: readonly IndexEntry[];
}

export interface Ambiguous {
  readonly how: "ambiguous";
  readonly candidates: readonly IndexEntry[];
}

export interface Unknown {
  readonly how: "unknown";
  readonly reason: UnknownReason;
}

/** Several candidates, and what the name would be to the one that is taken. */
interface Several extends Ambiguous {
  readonly as: Resolved["how"];
  readonly rest?: string;
}

type Found = Resolved | Several;

/** Emitted by the compiler's code generator; no `.qz` file defines them. */
const RUNTIME = /^_{0,2}qz_/;

export function resolveName(index: SymbolLookup, logged: string): Resolution {
  if (RUNTIME.test(logged)) {
    return { how: "runtime" };
  }
  const bare = logged.slice(logged.lastIndexOf("$") + 1);
  const found =
    byWholeName(index, logged) ?? byPrefix(index, logged) ?? pick(index.byBareName(bare), "suffix");
  if (found === undefined) {
    return { how: "unknown", reason: unknownReason(index, logged) };
  }
  return found.how === "ambiguous" ? decide(index, logged, found) : found;
}

function decide(index: SymbolLookup, logged: string, { as, rest, candidates }: Several): Resolution {
  const choice = index.hints.choiceOf(logged);
  const chosen = candidates.filter(
    ({ uri, mangledName, symbol }) =>
      uri === choice?.uri &&
      mangledName === choice.mangledName &&
      (choice.arity ?? symbol.arity) === symbol.arity,
  );
  const resolved = (entries: readonly IndexEntry[], by: Decided["by"]): Resolved | undefined => {
    const found = pick(entries, as);
    return found === undefined || found.how === "ambiguous"
      ? undefined
      : { ...found, ...(rest === undefined ? {} : { rest }), decided: { by, candidates } };
  };
  return (
    resolved(chosen, "choice") ??
    resolved(importedFirst(index, candidates) ?? [], "importOrder") ?? { how: "ambiguous", candidates }
  );
}

/** A function of a module comes before a method of a type with the same name. */
function byWholeName(index: SymbolLookup, name: string): Found | undefined {
  const entries = index.byMangledName(name);
  const functions = entries.filter(({ symbol }) => symbol.kind !== "method");
  const methods = entries.filter(({ symbol }) => symbol.kind === "method");
  return pick(functions, "exact") ?? pick(methods, "method");
}

/** What the compiler itself appends: the state machine of an async function, a number for a copy. */
const GENERATED = /^(poll|\d+)$/;

/** `mir$lower$12` → `mir$lower` with the rest `12`; `__Future_f$poll` → `f` with the rest `poll`. */
function byPrefix(index: SymbolLookup, logged: string): Found | undefined {
  const isFuture = logged.startsWith("__Future_");
  const parts = logged.replace(/^__Future_/, "").split("$");
  for (let length = isFuture ? parts.length : parts.length - 1; length > 0; length--) {
    const name = parts.slice(0, length).join("$");
    const rest = parts.slice(length).join("$");
    // One part alone is a module as often as a function: it counts only before what the compiler appends.
    const isFunction = length > 1 || isFuture || GENERATED.test(rest);
    const found = isFunction
      ? (byWholeName(index, name) ?? pick(index.byBareName(name), "suffix"))
      : undefined;
    if (found !== undefined) {
      return "entry" in found ? { ...found, how: "prefix", rest } : { ...found, as: "prefix", rest };
    }
  }
  return undefined;
}

/** Undefined when there is none; ambiguous unless all are clauses of one function. */
function pick(entries: readonly IndexEntry[], how: Resolved["how"]): Found | undefined {
  const [entry] = entries;
  if (entry === undefined) {
    return undefined;
  }
  const clauses = entries.every(
    ({ uri, symbol }) =>
      uri === entry.uri && symbol.arity === entry.symbol.arity && symbol.container === entry.symbol.container,
  );
  return clauses ? { how, entry, clauses: entries } : { how: "ambiguous", as: how, candidates: entries };
}
