// Where the messages between client and server go. The language client traces only while the level of the channel is
// Trace, which nobody finds; the level of this one is what `quartzRss.trace.server` says, at any time.
import {
  type Disposable,
  EventEmitter,
  LogLevel,
  type LogOutputChannel,
  type OutputChannel,
  type ViewColumn,
  window,
} from "vscode";
import { onSettingsChange, traces } from "./config.ts";

export class TraceChannel implements LogOutputChannel {
  readonly name: string;
  readonly #levelChanged = new EventEmitter<LogLevel>();
  readonly onDidChangeLogLevel = this.#levelChanged.event;
  readonly #settings: Disposable;
  /** Made with the first message: most people never see one. */
  #channel: OutputChannel | undefined;

  constructor(name: string) {
    this.name = name;
    this.#settings = onSettingsChange(() => this.#levelChanged.fire(this.logLevel));
  }

  get logLevel(): LogLevel {
    return traces() ? LogLevel.Trace : LogLevel.Off;
  }

  trace(message: string): void {
    this.appendLine(message);
  }

  debug(message: string): void {
    this.appendLine(message);
  }

  info(message: string): void {
    this.appendLine(message);
  }

  warn(message: string): void {
    this.appendLine(message);
  }

  error(error: string | Error): void {
    this.appendLine(String(error));
  }

  append(text: string): void {
    this.#open().append(text);
  }

  appendLine(text: string): void {
    this.#open().appendLine(text);
  }

  replace(text: string): void {
    this.#open().replace(text);
  }

  clear(): void {
    this.#channel?.clear();
  }

  show(column?: ViewColumn | boolean, preserveFocus?: boolean): void {
    this.#open().show(typeof column === "boolean" ? column : preserveFocus);
  }

  hide(): void {
    this.#channel?.hide();
  }

  dispose(): void {
    this.#settings.dispose();
    this.#levelChanged.dispose();
    this.#channel?.dispose();
  }

  #open(): OutputChannel {
    this.#channel ??= window.createOutputChannel(this.name);
    return this.#channel;
  }
}
