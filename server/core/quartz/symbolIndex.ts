// All functions of a workspace by the names that logs use. An update costs what the changed file holds.

import { type Code, keepHashes } from "./code.ts";
import { deepestFolder, isBelow } from "./folders.ts";
import { FolderView } from "./folderView.ts";
import { isRootSource, mangledName, moduleOf } from "./modules.ts";
import { NameHintStore, type NameHints } from "./nameHints.ts";
import type { SourceFile, SourceSymbol } from "./source.ts";

export interface IndexedFile {
  readonly uri: string;
  readonly path: string;
  readonly file: SourceFile;
}

/** A function or method that a log line can name. */
export interface IndexEntry {
  readonly uri: string;
  readonly module: string;
  readonly symbol: SourceSymbol;
  readonly mangledName: string;
}

/** What names are looked up in: the index itself, or the index as it is seen from one folder. */
export interface SymbolLookup {
  readonly hints: NameHints;
  files(): Iterable<IndexedFile>;
  /** Functions whose mangled name is `name`, in a stable order. */
  byMangledName(name: string): readonly IndexEntry[];
  /** Functions and methods that are called `name`, whatever their module or type. */
  byBareName(name: string): readonly IndexEntry[];
  /** Of several finds those that count here. */
  prefer<T extends { readonly uri: string }>(found: readonly T[]): readonly T[];
  /** The lookup as seen from a file: finds in its folder hide those of other folders. */
  around(uri: string): SymbolLookup;
}

export class SymbolIndex implements SymbolLookup {
  readonly hints = new NameHintStore();
  readonly #files = new Map<string, IndexedFile>();
  readonly #entries = new Map<string, readonly IndexEntry[]>();
  readonly #byMangledName = new Map<string, Set<IndexEntry>>();
  readonly #byBareName = new Map<string, Set<IndexEntry>>();
  /** Root files by the folder whose project file names them. */
  readonly #roots = new Map<string, ReadonlySet<string>>();
  #folders: readonly string[] = [];

  /** Puts a file in, or in the place of what it held before. @param path tells the module; `/` or `\` */
  set(uri: string, path: string, file: SourceFile): void {
    const before = this.#files.get(uri)?.file;
    if (before !== undefined) {
      keepHashes(codeOfSymbols(before), codeOfSymbols(file));
      keepHashes(codeOfBranches(before), codeOfBranches(file));
    }
    this.#remove(uri);
    this.#files.set(uri, { uri, path, file });
    this.#add({ uri, path, file });
  }

  delete(uri: string): void {
    this.#remove(uri);
    this.#files.delete(uri);
  }

  /**
   * URIs of the root files below a folder; with none, every file there with a top-level `main` is one. The folder is a URI
   * without a slash at its end; the empty one holds all files.
   */
  setRoots(roots: readonly string[], folder = ""): void {
    if (roots.length > 0) {
      this.#roots.set(folder, new Set(roots));
    } else {
      this.#roots.delete(folder);
    }
    for (const file of this.#files.values()) {
      if (isBelow(file.uri, folder)) {
        this.#remove(file.uri);
        this.#add(file);
      }
    }
  }

  /** URIs of the workspace folders, without a slash at their ends. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  files(): Iterable<IndexedFile> {
    return this.#files.values();
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Functions of one file, in source order. */
  entriesOf(uri: string): readonly IndexEntry[] {
    return this.#entries.get(uri) ?? [];
  }

  byMangledName(name: string): readonly IndexEntry[] {
    return inOrder(this.#byMangledName.get(name));
  }

  byBareName(name: string): readonly IndexEntry[] {
    return inOrder(this.#byBareName.get(name));
  }

  prefer<T extends { readonly uri: string }>(found: readonly T[]): readonly T[] {
    return found;
  }

  around(uri: string): SymbolLookup {
    const folder = this.#folders.length > 1 ? deepestFolder(uri, this.#folders) : undefined;
    return folder === undefined ? this : new FolderView(this, folder);
  }

  #add({ uri, path, file }: IndexedFile): void {
    const module = moduleOf(path);
    const folder = deepestFolder(uri, [...this.#roots.keys()]);
    const isRoot = folder === undefined ? isRootSource(file) : this.#roots.get(folder)?.has(uri) === true;
    const entries = file.symbols.flatMap((symbol): IndexEntry[] => {
      // A declaration without a body is never compiled, so no log line is about it.
      const name = symbol.kind === "extern" ? null : mangledName(symbol, module, isRoot);
      return name === null ? [] : [{ uri, module, symbol, mangledName: name }];
    });
    this.#entries.set(uri, entries);
    for (const entry of entries) {
      put(this.#byMangledName, entry.mangledName, entry);
      put(this.#byBareName, entry.symbol.name, entry);
    }
    this.hints.addFile(uri, isRoot, entries);
  }

  #remove(uri: string): void {
    const entries = this.#entries.get(uri) ?? [];
    for (const entry of entries) {
      take(this.#byMangledName, entry.mangledName, entry);
      take(this.#byBareName, entry.symbol.name, entry);
    }
    this.hints.removeFile(uri, entries);
    this.#entries.delete(uri);
  }
}

function codeOfSymbols({ symbols }: SourceFile): readonly Code[] {
  return symbols.flatMap(({ code }) => code ?? []);
}

function codeOfBranches({ branches }: SourceFile): readonly Code[] {
  return branches.map(({ code }) => code);
}

function put(map: Map<string, Set<IndexEntry>>, key: string, entry: IndexEntry): void {
  const set = map.get(key) ?? new Set();
  set.add(entry);
  map.set(key, set);
}

function take(map: Map<string, Set<IndexEntry>>, key: string, entry: IndexEntry): void {
  const set = map.get(key);
  set?.delete(entry);
  if (set?.size === 0) {
    map.delete(key);
  }
}

const NONE: readonly IndexEntry[] = [];

function inOrder(entries: ReadonlySet<IndexEntry> | undefined): readonly IndexEntry[] {
  if (entries === undefined) {
    return NONE;
  }
  // Most names have one function, and a log names thousands.
  return entries.size === 1
    ? [...entries]
    : [...entries].sort(
        (a, b) => compare(a.uri, b.uri) || a.symbol.range.start.line - b.symbol.range.start.line,
      );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
