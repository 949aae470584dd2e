// Where the compiler tests for a node kind, and which function it hands the node to.
import { moduleOf } from "../quartz/modules.ts";
import { resolveName } from "../quartz/resolveName.ts";
import type { DispatchBranch } from "../quartz/source.ts";
import type { IndexEntry, SymbolLookup } from "../quartz/symbolIndex.ts";

export interface BranchPlace {
  readonly uri: string;
  readonly branch: DispatchBranch;
  readonly handler: IndexEntry | undefined;
}

/**
 * Looks up the branches of `dispatcher` for a kind name. The published probe renames `tc_expr` to `_tc_expr_dispatch`
 * and wraps it, so a branch found there belongs to `tc_expr` too.
 */
export function branchesByKind(
  index: SymbolLookup,
): (dispatcher: string, kindName: string) => readonly BranchPlace[] {
  const places = new Map<string, BranchPlace[]>();
  for (const { uri, path, file } of index.files()) {
    for (const branch of file.branches) {
      const key = `${dispatcherName(branch.dispatcher)} ${branch.kindName}`;
      const known = places.get(key) ?? [];
      known.push({ uri, branch, handler: handlerOf(index.around(uri), branch, moduleOf(path)) });
      places.set(key, known);
    }
  }
  return (dispatcher, kindName) => index.prefer(places.get(`${dispatcher} ${kindName}`) ?? []);
}

/** Without what the published probe adds. */
export function dispatcherName(functionName: string): string {
  return functionName.replace(/^_/, "").replace(/_dispatch$/, "");
}

function handlerOf(index: SymbolLookup, branch: DispatchBranch, module: string): IndexEntry | undefined {
  if (branch.handler === undefined) {
    return undefined;
  }
  const parts = branch.handler.split("::");
  const name = parts.at(-1) ?? "";
  const qualifier = parts.at(-2);
  const resolution = resolveName(index, `${qualifier ?? module}$${name}`);
  return "entry" in resolution ? resolution.entry : undefined;
}
