// A logged name → the function it means, in the order in which the compiler itself looks names up.
import type { IndexEntry, SymbolIndex } from "./symbolIndex.ts";

export type Resolution = Resolved | Ambiguous | { readonly how: "runtime" } | { readonly how: "unknown" };

export interface Resolved {
  /** `exact` module$function, type `method`, `prefix` with a rest (`f$poll`), or the only `suffix` $function. */
  readonly how: "exact" | "method" | "prefix" | "suffix";
  readonly entry: IndexEntry;
  /** Several `def`s of one name and arity in one file are clauses of one function; `entry` is the first. */
  readonly clauses: readonly IndexEntry[];
  /** What the name has beyond the function found: `poll`. */
  readonly rest?: string;
}

export interface Ambiguous {
  readonly how: "ambiguous";
  readonly candidates: readonly IndexEntry[];
}

/** Emitted by the compiler's code generator; no `.qz` file defines them. */
const RUNTIME = /^_{0,2}qz_/;

export function resolveName(index: SymbolIndex, logged: string): Resolution {
  if (RUNTIME.test(logged)) {
    return { how: "runtime" };
  }
  const exact = byWholeName(index, logged);
  if (exact !== undefined) {
    return exact;
  }
  const longest = byPrefix(index, logged);
  if (longest !== undefined) {
    return longest;
  }
  const bare = logged.slice(logged.lastIndexOf("$") + 1);
  return pick(index.byBareName(bare), "suffix") ?? { how: "unknown" };
}

/** A function of a module comes before a method of a type with the same name. */
function byWholeName(index: SymbolIndex, name: string): Resolution | undefined {
  const entries = index.byMangledName(name);
  const functions = entries.filter(({ symbol }) => symbol.kind !== "method");
  const methods = entries.filter(({ symbol }) => symbol.kind === "method");
  return pick(functions, "exact") ?? pick(methods, "method");
}

/** What the compiler itself appends: the state machine of an async function, a number for a copy. */
const GENERATED = /^(poll|\d+)$/;

/** `mir$lower$12` → `mir$lower` with the rest `12`; `__Future_f$poll` → `f` with the rest `poll`. */
function byPrefix(index: SymbolIndex, logged: string): Resolution | undefined {
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
      return "entry" in found ? { ...found, how: "prefix", rest } : found;
    }
  }
  return undefined;
}

/** Undefined when there is none; ambiguous unless all are clauses of one function. */
function pick(entries: readonly IndexEntry[], how: Resolved["how"]): Resolution | undefined {
  const [entry] = entries;
  if (entry === undefined) {
    return undefined;
  }
  const clauses = entries.every(
    ({ uri, symbol }) =>
      uri === entry.uri && symbol.arity === entry.symbol.arity && symbol.container === entry.symbol.container,
  );
  return clauses ? { how, entry, clauses: entries } : { how: "ambiguous", candidates: entries };
}
