// Two files with one short module name: which of them the root's imports find first.
import type { IndexEntry, SymbolLookup } from "./symbolIndex.ts";

/** Where the compiler looks for a module, from the folder of the root, before the folders of `-I`. */
const PLACES = ["{m}.qz", "{m}/mod.qz", "frontend/{m}.qz", "middle/{m}.qz", "backend/{m}.qz"];

/**
 * The candidates in the file that every known root would import; undefined where no root is known, where the roots do not
 * agree, and where only folders of `-I` hold the module, whose order a workspace does not tell.
 */
export function importedFirst(
  index: SymbolLookup,
  candidates: readonly IndexEntry[],
): readonly IndexEntry[] | undefined {
  const [first] = candidates;
  const isOneName = candidates.every(
    ({ symbol, mangledName }) => symbol.container === undefined && mangledName === first?.mangledName,
  );
  const roots = isOneName ? [...index.hints.roots()] : [];
  const found = new Set(roots.map((root) => firstFile(root, candidates)));
  const [uri] = found;
  return found.size === 1 && uri !== undefined
    ? candidates.filter((candidate) => candidate.uri === uri)
    : undefined;
}

function firstFile(root: string, candidates: readonly IndexEntry[]): string | undefined {
  const base = root.replace(/[^/]*$/, "");
  for (const place of PLACES) {
    const found = candidates.find(({ uri, module }) => uri === `${base}${place.replace("{m}", module)}`);
    if (found !== undefined) {
      return found.uri;
    }
  }
  return undefined;
}
