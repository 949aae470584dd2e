// All functions of a workspace by the names that logs use. An update costs what the changed file holds.
import { isRootSource, mangledName, moduleOf } from "./modules.ts";
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

export class SymbolIndex {
  readonly #files = new Map<string, IndexedFile>();
  readonly #entries = new Map<string, readonly IndexEntry[]>();
  readonly #byMangledName = new Map<string, Set<IndexEntry>>();
  readonly #byBareName = new Map<string, Set<IndexEntry>>();
  #roots: ReadonlySet<string> = new Set();

  /** Puts a file in, or in the place of what it held before. @param path tells the module; `/` or `\` */
  set(uri: string, path: string, file: SourceFile): void {
    this.#remove(uri);
    this.#files.set(uri, { uri, path, file });
    this.#add({ uri, path, file });
  }

  delete(uri: string): void {
    this.#remove(uri);
    this.#files.delete(uri);
  }

  /** URIs of the root files; with none, every file with a top-level `main` is one. */
  setRoots(roots: readonly string[]): void {
    this.#roots = new Set(roots);
    for (const file of this.#files.values()) {
      this.#remove(file.uri);
      this.#add(file);
    }
  }

  files(): Iterable<IndexedFile> {
    return this.#files.values();
  }

  /** Functions whose mangled name is `name`, in a stable order. */
  byMangledName(name: string): readonly IndexEntry[] {
    return inOrder(this.#byMangledName.get(name));
  }

  /** Functions and methods that are called `name`, whatever their module or type. */
  byBareName(name: string): readonly IndexEntry[] {
    return inOrder(this.#byBareName.get(name));
  }

  #add({ uri, path, file }: IndexedFile): void {
    const module = moduleOf(path);
    const isRoot = this.#roots.size > 0 ? this.#roots.has(uri) : isRootSource(file);
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
  }

  #remove(uri: string): void {
    for (const entry of this.#entries.get(uri) ?? []) {
      take(this.#byMangledName, entry.mangledName, entry);
      take(this.#byBareName, entry.symbol.name, entry);
    }
    this.#entries.delete(uri);
  }
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

function inOrder(entries: ReadonlySet<IndexEntry> = new Set()): readonly IndexEntry[] {
  return [...entries].sort(
    (a, b) => compare(a.uri, b.uri) || a.symbol.range.start.line - b.symbol.range.start.line,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
