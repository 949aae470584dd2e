// The index as it is seen from one workspace folder: what a name means there comes before what it means elsewhere.
import { isBelow } from "./folders.ts";
import type { NameHints } from "./nameHints.ts";
import type { IndexEntry, IndexedFile, SymbolLookup } from "./symbolIndex.ts";

export class FolderView implements SymbolLookup {
  readonly #all: SymbolLookup;
  readonly #folder: string;

  constructor(all: SymbolLookup, folder: string) {
    this.#all = all;
    this.#folder = folder;
  }

  get hints(): NameHints {
    return this.#all.hints;
  }

  files(): Iterable<IndexedFile> {
    return this.#all.files();
  }

  byMangledName(name: string): readonly IndexEntry[] {
    return this.prefer(this.#all.byMangledName(name));
  }

  byBareName(name: string): readonly IndexEntry[] {
    return this.prefer(this.#all.byBareName(name));
  }

  /** Those in the folder, if there is one; else all. */
  prefer<T extends { readonly uri: string }>(found: readonly T[]): readonly T[] {
    const here = found.filter(({ uri }) => isBelow(uri, this.#folder));
    return here.length > 0 ? here : found;
  }

  around(uri: string): SymbolLookup {
    return this.#all.around(uri);
  }
}
