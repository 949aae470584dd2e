// Node kind number → name, remembered until a constant of the workspace changes.

import { deepestFolder } from "#core/quartz/folders";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import type { SourceFile } from "#core/quartz/source";
import type { SymbolIndex } from "#core/quartz/symbolIndex";

export class KindNameStore {
  readonly #index: SymbolIndex;
  readonly #folders: ReadonlySet<string>;
  /** By folder. */
  readonly #names = new Map<string, ReadonlyMap<number, string>>();
  readonly #withConstants = new Set<string>();

  constructor(index: SymbolIndex, folders: ReadonlySet<string>) {
    this.#index = index;
    this.#folders = folders;
  }

  /**
   * The workspace's constants over the known table, those of the file's folder over those of others. The same map until
   * one of them changes.
   */
  around(uri: string): ReadonlyMap<number, string> {
    const folder = deepestFolder(uri, [...this.#folders]) ?? "";
    const known = this.#names.get(folder) ?? this.#namesAround(uri);
    this.#names.set(folder, known);
    return known;
  }

  /** Call when a file was read again. */
  fileChanged(uri: string, { constants }: SourceFile): void {
    if (constants.length > 0 || this.#withConstants.has(uri)) {
      this.#withConstants.add(uri);
      this.#names.clear();
    }
  }

  /** Call when files went, or folders came or went. */
  forget(): void {
    this.#names.clear();
  }

  #namesAround(uri: string): ReadonlyMap<number, string> {
    const files = [...this.#index.files()].filter(({ file }) => file.constants.length > 0);
    const near = new Set(this.#index.around(uri).prefer(files));
    const inOrder =
      near.size === files.length ? files : [...files.filter((file) => !near.has(file)), ...near];
    return nodeKindNames(inOrder.flatMap(({ file }) => file.constants));
  }
}
