// What the code was like when the figures of the shown log were made: from its run, else as it was when the log was first
// used, which is kept beside the sources so that it outlives the server.
import type { Disposable } from "vscode-languageserver-protocol";
import { Memory } from "#core/model/drift";
import { type Snapshot, takeSnapshot } from "#core/model/snapshot";
import type { SymbolIndex } from "#core/quartz/symbolIndex";
import { isPrintIn, type LogPrint } from "./bytesSeen.ts";
import type { Host } from "./files.ts";
import type { ImportFiles } from "./importFiles.ts";
import type { KeptImport } from "./keptImport.ts";

/** A log that grows is written down again once it has not grown for this long. */
const AT_REST_MS = 1000;
/** How long hashing may hold the thread before requests get a turn. */
const LONGEST_HOLD_MS = 8;

/** A log as it is now. */
export interface OpenLog {
  readonly uri: string;
  /** Another number: it was read from the start again. */
  readonly readings: number;
  readonly print: LogPrint;
}

/** What the store asks of the sources. */
export interface Sources {
  readonly index: SymbolIndex;
  /** Settles when all have been read. */
  readonly whole: () => Promise<void>;
  /** Path of a source, relative to its workspace folder. */
  readonly fileOf: (uri: string) => string;
}

interface Shown {
  readonly uri: string;
  readings: number;
  readonly memory: Memory;
  /** Undefined for the snapshot of a run, which nobody but the run writes. */
  kept: KeptImport | undefined;
}

export class SnapshotStore {
  readonly #host: Host;
  readonly #files: ImportFiles;
  readonly #sources: Sources;
  readonly #changed: () => void;
  /** Imports that could not be written, by log. */
  readonly #unwritten = new Map<string, KeptImport>();
  #shown: Shown | undefined;
  #saving: Disposable | undefined;
  /** One log after the other. */
  #work: Promise<void> = Promise.resolve();

  /** @param changed called when another memory counts */
  constructor(host: Host, files: ImportFiles, sources: Sources, changed: () => void) {
    this.#host = host;
    this.#files = files;
    this.#sources = sources;
    this.#changed = changed;
  }

  /** Undefined while it is not known yet. */
  memoryOf(log: string): Memory | undefined {
    return this.#shown?.uri === log ? this.#shown.memory : undefined;
  }

  /** Call when a log is opened, and whenever it changed. @throws when the log cannot be read */
  follow(log: OpenLog): Promise<void> {
    const next = this.#work.then(() => this.#follow(log));
    this.#work = next.catch(() => undefined);
    return next;
  }

  /** Writes what is still to be written. */
  async dispose(): Promise<void> {
    await this.#work;
    await this.#saveNow();
  }

  async #follow({ uri, readings, print }: OpenLog): Promise<void> {
    const shown = this.#shown;
    if (shown?.uri === uri && shown.readings === readings) {
      this.#grow(shown, print);
      return;
    }
    await this.#saveNow();
    const run = await this.#files.readRun(uri);
    if (run !== undefined) {
      this.#show({ uri, readings, memory: this.#memory(run), kept: undefined });
      return;
    }
    const known = await this.#known(uri);
    if (known !== undefined && (await isPrintIn(known.print, this.#host.files, uri))) {
      const memory = shown?.kept === known ? shown.memory : this.#memory(known.snapshot);
      this.#show({ uri, readings, memory, kept: known });
    } else {
      await this.#sources.whole();
      await this.#hashAll();
      const snapshot = takeSnapshot(this.#sources.index, "import", this.#sources.fileOf);
      this.#show({ uri, readings, memory: this.#memory(snapshot), kept: { snapshot, print } });
      await this.#save();
    }
  }

  /** Has all code hashed without holding the thread for long; each hash is made once. */
  async #hashAll(): Promise<void> {
    let breath = this.#host.now();
    for (const { file } of [...this.#sources.index.files()]) {
      for (const { code } of [...file.symbols, ...file.branches]) {
        code?.hash;
        if (this.#host.now() - breath > LONGEST_HOLD_MS) {
          await new Promise<void>((resolve) => void this.#host.after(0, resolve));
          breath = this.#host.now();
        }
      }
    }
  }

  /** What was kept of a log of that name. */
  async #known(uri: string): Promise<KeptImport | undefined> {
    const held = this.#shown?.uri === uri ? this.#shown.kept : this.#unwritten.get(uri);
    return held ?? (await this.#files.readImport(uri));
  }

  /** A log that has grown is the same; from now on it must begin with all of this. */
  #grow(shown: Shown, print: LogPrint): void {
    if (shown.kept !== undefined && print.sizeBytes > shown.kept.print.sizeBytes) {
      shown.kept = { ...shown.kept, print };
      this.#saving?.dispose();
      this.#saving = this.#host.after(AT_REST_MS, () => {
        this.#work = this.#work.then(() => this.#saveNow());
      });
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#changed();
  }

  async #saveNow(): Promise<void> {
    if (this.#saving !== undefined) {
      await this.#save();
    }
  }

  async #save(): Promise<void> {
    this.#saving?.dispose();
    this.#saving = undefined;
    const { uri, kept } = this.#shown ?? {};
    if (uri !== undefined && kept !== undefined) {
      const isWritten = await this.#files.writeImport(uri, kept);
      if (isWritten) {
        this.#unwritten.delete(uri);
      } else {
        this.#unwritten.set(uri, kept);
      }
    }
  }

  #memory(snapshot: Snapshot): Memory {
    return new Memory(snapshot, this.#sources.fileOf);
  }
}
