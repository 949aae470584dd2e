// What the server needs from the world outside: files by URI. One implementation for Node; others can come.
import type { Disposable } from "vscode-languageserver-protocol";
import type { Cancellation } from "#core/base/cancellation";

/** Folders that hold no sources of the user. */
export const IGNORED_FOLDERS = ["node_modules", ".git", ".quartz-rss"] as const;

export interface FileState {
  readonly sizeBytes: number;
  /** Changes when another file takes the name. */
  readonly identity: string;
  readonly modifiedMs: number;
  readonly isFolder: boolean;
}

export interface Files {
  /**
   * URIs of the files below `folder` that match one of the globs, in a stable order.
   * `IGNORED_FOLDERS` are passed over.
   */
  list(folder: string, globs: readonly string[], token: Cancellation): Promise<readonly string[]>;
  /** @throws when the file cannot be read; the message says why. */
  read(uri: string): Promise<Uint8Array>;
  /** Chunks from byte `offset` to the end of the file as it is now. Throws as `read` does. */
  readFrom(uri: string, offset: number): AsyncIterable<Uint8Array>;
  /**
   * Writes a file so that it is there as a whole or as it was, with the folders that it needs.
   * @param within a folder; refused when the file would lie outside of it once links are followed
   * @throws when it cannot be written; the message says why
   */
  write(uri: string, bytes: Uint8Array, within: string): Promise<void>;
  /** Undefined when there is no such file. */
  state(uri: string): Promise<FileState | undefined>;
  /** Calls back soon after each change of the file's size, identity or time, and when it goes or comes back. */
  follow(uri: string, changed: () => void): Disposable;
}

/** The rest of what a host lends the server. */
export interface Host {
  readonly files: Files;
  /** UTF-8, bad bytes replaced. */
  decode(bytes: Uint8Array): string;
  /** In UTF-8; half of a surrogate pair becomes U+FFFD. */
  encode(text: string): Uint8Array;
  encodeBase64(bytes: Uint8Array): string;
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs `work` after `delayMs`; disposing calls it off. */
  after(delayMs: number, work: () => void): Disposable;
}
