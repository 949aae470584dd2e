// Workspaces as text: path → source.
import { readSource } from "#core/quartz/readSource";
import { SymbolIndex } from "#core/quartz/symbolIndex";

export function indexOf(files: Readonly<Record<string, string>>): SymbolIndex {
  const index = new SymbolIndex();
  for (const [path, text] of Object.entries(files)) {
    index.set(`file:///${path}`, `/${path}`, readSource(text));
  }
  return index;
}
