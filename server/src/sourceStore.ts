// The `.qz` files of the workspace and the index of their symbols. Open documents win over the disk.

import { URI } from "vscode-uri";
import type { Cancellation } from "#core/base/cancellation";
import { deepestFolder } from "#core/quartz/folders";
import type { NameChoice } from "#core/quartz/nameHints";
import { readSource } from "#core/quartz/readSource";
import { SymbolIndex } from "#core/quartz/symbolIndex";
import { type Host, IGNORED_FOLDERS } from "./files.ts";
import { KindNameStore } from "./kindNameStore.ts";

/** Files that are read ahead while one is looked at. */
const READ_AHEAD = 8;
/** How long indexing may hold the thread before requests get a turn, in ms. */
const LONGEST_HOLD_MS = 8;
/** How often overlays may follow while sources are still being read, in ms. */
const TELL_EVERY_MS = 250;

/** What reading a folder came to. */
export interface IndexTally {
  readonly files: number;
  readonly lines: number;
}

export class SourceStore {
  readonly index = new SymbolIndex();
  readonly #host: Host;
  readonly #folders: ReadonlySet<string>;
  readonly #changed: () => void;
  readonly #kindNames: KindNameStore;
  /** A file is never read twice at once: the older text could come last. */
  #rereading: Promise<void> = Promise.resolve();
  readonly #open = new Map<string, { readonly version: number; readonly text: string }>();

  /** @param folders URIs of the workspace folders, as they are at any time */
  constructor(host: Host, folders: ReadonlySet<string>, changed: () => void) {
    this.#host = host;
    this.#folders = folders;
    this.#kindNames = new KindNameStore(this.index, folders);
    this.#changed = changed;
    this.index.setFolders([...folders]);
  }

  /**
   * Node kind number → name: the workspace's constants over the known table, those of the file's folder over those of
   * others. The same map until one of them changes.
   */
  kindNamesAround(uri: string): ReadonlyMap<number, string> {
    return this.#kindNames.around(uri);
  }

  /** True when there is no source. */
  get isEmpty(): boolean {
    for (const _ of this.index.files()) {
      return false;
    }
    return true;
  }

  /** Reads every `.qz` file below `folder`; files that cannot be read are reported and passed over. */
  async indexFolder(
    folder: string,
    token: Cancellation,
    progress: (done: number, all: number) => void,
    failed: (uri: string, error: unknown) => void,
  ): Promise<IndexTally> {
    const uris = await this.#host.files.list(folder, ["**/*.qz"], token);
    const ahead: Promise<Uint8Array | undefined>[] = [];
    const tally = { files: 0, lines: 0 };
    let breath = this.#host.now();
    let told = breath;
    for (const [done, uri] of uris.entries()) {
      while (ahead.length < READ_AHEAD && done + ahead.length < uris.length) {
        ahead.push(this.#read(uris[done + ahead.length] ?? uri, failed));
      }
      const bytes = await ahead.shift();
      if (token.isCancellationRequested) {
        return tally;
      }
      if (bytes !== undefined && !this.#open.has(uri)) {
        tally.files += 1;
        tally.lines += this.#set(uri, this.#host.decode(bytes));
      }
      const now = this.#host.now();
      if (now - told > TELL_EVERY_MS) {
        told = now;
        this.#changed();
      }
      if (now - breath > LONGEST_HOLD_MS) {
        progress(done, uris.length);
        await new Promise<void>((resolve) => void this.#host.after(0, resolve));
        breath = this.#host.now();
      }
    }
    this.#changed();
    return tally;
  }

  /**
   * Reads a file again after it changed on disk; drops it when it is gone. What an open document says goes before what is on
   * disk, but one whose file is gone counts only once it is edited: its code may be in another file now.
   */
  readFromDisk(uri: string): Promise<void> {
    return this.readAllFromDisk([uri], (_, error) => {
      throw error;
    });
  }

  /** The same for many at once, as when a branch is switched: nobody sees half of it. */
  async readAllFromDisk(
    uris: readonly string[],
    failed: (uri: string, error: unknown) => void,
  ): Promise<void> {
    const folders = [...this.#folders];
    const wanted = uris.filter(
      (uri) => !isIgnored(uri) && (!this.#open.has(uri) || deepestFolder(uri, folders) !== undefined),
    );
    const next = this.#rereading.then(() => this.#readAgain(wanted, failed));
    this.#rereading = next.catch(() => undefined);
    await next;
  }

  async #readAgain(uris: readonly string[], failed: (uri: string, error: unknown) => void): Promise<void> {
    const found: { readonly uri: string; readonly bytes: Uint8Array | undefined }[] = [];
    for (let from = 0; from < uris.length; from += READ_AHEAD) {
      const reads = uris.slice(from, from + READ_AHEAD).map(async (uri) => {
        try {
          found.push({ uri, bytes: await this.#bytesOf(uri) });
        } catch (error) {
          failed(uri, error);
        }
      });
      await Promise.all(reads);
    }
    for (const { uri, bytes } of found) {
      const open = this.#open.get(uri);
      if (bytes === undefined) {
        this.#kindNames.forget();
        this.index.delete(uri);
      } else if (open === undefined || !this.index.has(uri)) {
        this.#set(uri, open?.text ?? this.#host.decode(bytes));
      }
    }
    this.#changed();
  }

  /** Undefined when the file is gone, or lies in no folder. */
  async #bytesOf(uri: string): Promise<Uint8Array | undefined> {
    const isHere =
      deepestFolder(uri, [...this.#folders]) !== undefined &&
      (await this.#host.files.state(uri)) !== undefined;
    return isHere ? this.#host.files.read(uri) : undefined;
  }

  /** Known sources that lie anywhere below one of the folders. */
  below(folders: ReadonlySet<string>): readonly string[] {
    const uris = folders.size === 0 ? [] : [...this.index.files()].map(({ uri }) => uri);
    return uris.filter((uri) => {
      for (let end = uri.lastIndexOf("/"); end > 0; end = uri.lastIndexOf("/", end - 1)) {
        if (folders.has(uri.slice(0, end))) {
          return true;
        }
      }
      return false;
    });
  }

  /** Path of a source, relative to its workspace folder; the bare name of one that lies in none. */
  fileOf(uri: string): string {
    const folder = deepestFolder(uri, [...this.#folders]);
    const { path } = URI.parse(uri);
    return folder === undefined
      ? path.slice(path.lastIndexOf("/") + 1)
      : path.slice(URI.parse(folder).path.replace(/\/$/, "").length + 1);
  }

  /** Version of an open document; undefined when the file is what is on disk. */
  versionOf(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** Undefined when no document of that URI is open. */
  textOf(uri: string): string | undefined {
    return this.#open.get(uri)?.text;
  }

  /** The text of an open document. */
  setDocument(uri: string, text: string, version: number): void {
    this.#open.set(uri, { version, text });
    this.#set(uri, text);
    this.#changed();
  }

  /** A document was closed: what is on disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.readFromDisk(uri);
  }

  /** URIs of the root files of a folder's builds; with none, every file there that has a top-level `main` is a root. */
  setRoots(roots: readonly string[], folder: string): void {
    this.index.setRoots(roots, folder);
    this.#changed();
  }

  /** What people decided for names with several candidates. */
  setNameChoices(choices: readonly NameChoice[]): void {
    this.index.hints.setChoices(choices);
    this.#changed();
  }

  /** Call when folders came or went: what lies in none and is not open is forgotten. */
  foldersChanged(): void {
    const folders = [...this.#folders];
    this.#kindNames.forget();
    this.index.setFolders(folders);
    for (const { uri } of [...this.index.files()]) {
      if (deepestFolder(uri, folders) === undefined && !this.#open.has(uri)) {
        this.index.delete(uri);
      }
    }
    this.#changed();
  }

  async #read(uri: string, failed: (uri: string, error: unknown) => void): Promise<Uint8Array | undefined> {
    try {
      return await this.#host.files.read(uri);
    } catch (error) {
      failed(uri, error);
      return undefined;
    }
  }

  #set(uri: string, text: string): number {
    const file = readSource(text);
    this.#kindNames.fileChanged(uri, file);
    this.index.set(uri, URI.parse(uri).path, file);
    return file.lineCount;
  }
}

/** True for what lies in a folder that holds no sources of the user. */
export function isIgnored(uri: string): boolean {
  return IGNORED_FOLDERS.some((folder) => uri.includes(`/${folder}/`));
}
