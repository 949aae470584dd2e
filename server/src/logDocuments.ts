// The memory logs that are open in an editor: the text of each as a log, read when somebody asks, once per version.
import type { Disposable } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog, Run } from "#core/log/record";
import { modelRun, type RunModel } from "#core/model/runModel";
import type { LogLines } from "#core/view/log/logFolds";
import { type LogSources, logSources } from "#core/view/log/logSources";
import type { Host } from "./files.ts";
import { LOG_LANGUAGE } from "./protocol.ts";
import type { SourceStore } from "./sourceStore.ts";

/** By its language, or by its name where an editor does not know the language. */
export function isLogDocument({ uri, languageId }: TextDocument): boolean {
  return languageId === LOG_LANGUAGE || uri.endsWith(".mem.log") || uri.endsWith(".mem.txt");
}

export interface LogDocument {
  readonly uri: string;
  readonly log: MemoryLog;
  readonly lines: LogLines;
}

interface OpenDocument {
  readonly text: TextDocument;
  /** Of the version that was read last. */
  read: { readonly version: number; readonly log: MemoryLog } | undefined;
}

export class LogDocuments {
  readonly #host: Host;
  readonly #sources: SourceStore;
  readonly #open = new Map<string, OpenDocument>();
  readonly #listeners = new Set<(uri: string) => void>();
  /** By the log that asks: in a workspace of several folders, its own one comes first. */
  readonly #meanings = new Map<string, LogSources>();
  #models = new WeakMap<Run, RunModel>();

  constructor(host: Host, sources: SourceStore) {
    this.#host = host;
    this.#sources = sources;
  }

  /** A document was opened, or its text changed. It is the same object for as long as it is open. */
  set(document: TextDocument): void {
    if (this.#open.get(document.uri)?.text !== document) {
      this.#open.set(document.uri, { text: document, read: undefined });
    }
    this.#tell(document.uri);
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#meanings.delete(uri);
    this.#tell(uri);
  }

  /** Undefined when no log of that URI is open. What it returns is good for the version that is open now. */
  get(uri: string): LogDocument | undefined {
    const document = this.#open.get(uri);
    if (document === undefined) {
      return undefined;
    }
    const { text } = document;
    if (document.read?.version !== text.version) {
      document.read = { version: text.version, log: this.#read(text.getText()) };
    }
    return { uri, log: document.read.log, lines: linesOf(text) };
  }

  /** The text alone, which costs no reading. */
  lines(uri: string): LogLines | undefined {
    const document = this.#open.get(uri);
    return document && linesOf(document.text);
  }

  /** What the words of a log mean in the sources as they are now. */
  meaningFor(uri: string): LogSources {
    const { index } = this.#sources;
    const known =
      this.#meanings.get(uri) ?? logSources(index.around(uri), () => this.#sources.kindNamesAround(uri));
    this.#meanings.set(uri, known);
    return known;
  }

  /** @param uri of the log that the run is of */
  model(run: Run, uri: string): RunModel {
    const known = this.#models.get(run) ?? modelRun(run, this.#sources.kindNamesAround(uri));
    this.#models.set(run, known);
    return known;
  }

  /** Call when a source changed. */
  invalidate(): void {
    this.#meanings.clear();
    this.#models = new WeakMap();
  }

  /** Calls back at each opening, change and closing. */
  onDidChange(listener: (uri: string) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #read(text: string): MemoryLog {
    const reader = createLogReader(this.#host.decode);
    // A carriage return alone ends a line in an editor, but not in a log.
    reader.push(this.#host.encode(text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text));
    return reader.end();
  }

  #tell(uri: string): void {
    for (const listener of this.#listeners) {
      listener(uri);
    }
  }
}

function linesOf(document: TextDocument): LogLines {
  return {
    count: document.lineCount,
    at: (line) => {
      const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
      return text.replace(/\r?\n$|\r$/, "");
    },
  };
}
