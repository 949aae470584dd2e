// The `.qz` files of the workspace and the index of their symbols. Open documents win over the disk.

import { URI } from "vscode-uri";
import type { Cancellation } from "#core/base/cancellation";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { readSource } from "#core/quartz/readSource";
import { SymbolIndex } from "#core/quartz/symbolIndex";
import type { Host } from "./files.ts";

/** How long indexing may hold the thread before requests get a turn. */
const FILES_BETWEEN_BREATHS = 8;

export class SourceStore {
  readonly index = new SymbolIndex();
  readonly #host: Host;
  readonly #changed: () => void;
  /** Versions of the open documents. */
  readonly #open = new Map<string, number>();

  constructor(host: Host, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** Node kind number → name: the workspace's constants over the known table. */
  get kindNames(): ReadonlyMap<number, string> {
    return nodeKindNames([...this.index.files()].flatMap(({ file }) => file.constants));
  }

  /** Reads every `.qz` file below `folder`; files that cannot be read are reported and passed over. */
  async indexFolder(
    folder: string,
    token: Cancellation,
    progress: (done: number, all: number) => void,
    failed: (uri: string, error: unknown) => void,
  ): Promise<void> {
    const uris = await this.#host.files.list(folder, ["**/*.qz"], token);
    for (const [done, uri] of uris.entries()) {
      if (token.isCancellationRequested) {
        return;
      }
      await this.readFromDisk(uri).catch((error: unknown) => failed(uri, error));
      if (done % FILES_BETWEEN_BREATHS === 0) {
        progress(done, uris.length);
      }
    }
  }

  /** Reads a file again after it changed on disk; drops it when it is gone. An open document is left alone. */
  async readFromDisk(uri: string): Promise<void> {
    if (this.#open.has(uri)) {
      return;
    }
    if ((await this.#host.files.state(uri)) === undefined) {
      this.index.delete(uri);
    } else {
      this.#set(uri, this.#host.decode(await this.#host.files.read(uri)));
    }
    this.#changed();
  }

  /** Version of an open document; undefined when the file is what is on disk. */
  versionOf(uri: string): number | undefined {
    return this.#open.get(uri);
  }

  /** The text of an open document. */
  setDocument(uri: string, text: string, version: number): void {
    this.#open.set(uri, version);
    this.#set(uri, text);
    this.#changed();
  }

  /** A document was closed: what is on disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.readFromDisk(uri);
  }

  /** URIs of the builds' root files; with none, every file that has a top-level `main` is a root. */
  setRoots(roots: readonly string[]): void {
    this.index.setRoots(roots);
    this.#changed();
  }

  /** Forgets the files below a folder that left the workspace. */
  dropFolder(folder: string): void {
    for (const { uri } of [...this.index.files()]) {
      if (uri.startsWith(`${folder}/`)) {
        this.index.delete(uri);
      }
    }
    this.#changed();
  }

  #set(uri: string, text: string): void {
    this.index.set(uri, URI.parse(uri).path, readSource(text));
  }
}
