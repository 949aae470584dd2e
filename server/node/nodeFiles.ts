// Files of the local file system.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
import type { Cancellation } from "#core/base/cancellation";
import { type FileState, type Files, IGNORED_FOLDERS } from "../src/files.ts";
import { follow } from "./follow.ts";
import { writeWhole } from "./writeWhole.ts";

const IGNORED = IGNORED_FOLDERS.map((folder) => `**/${folder}/**`);

/** @param pollMs how often a followed file is looked at: folder watchers miss what happens in new folders */
export function nodeFiles(pollMs: number): Files {
  return {
    async list(folder: string, globs: readonly string[], token: Cancellation) {
      const paths = await glob([...globs], {
        cwd: URI.parse(folder).fsPath,
        ignore: IGNORED,
        absolute: true,
        followSymbolicLinks: false,
      });
      return token.isCancellationRequested ? [] : paths.sort().map((path) => URI.file(path).toString());
    },
    read: (uri) => readFile(URI.parse(uri).fsPath),
    readFrom: (uri, offset) => createReadStream(URI.parse(uri).fsPath, { start: offset }),
    write: (uri, bytes, within) => writeWhole(URI.parse(uri).fsPath, bytes, URI.parse(within).fsPath),
    state: (uri) => fileState(URI.parse(uri).fsPath),
    follow: (uri, changed) => follow(() => fileState(URI.parse(uri).fsPath), pollMs, changed),
  };
}

async function fileState(path: string): Promise<FileState | undefined> {
  try {
    const found = await stat(path);
    return {
      sizeBytes: found.size,
      identity: `${found.dev}:${found.ino}`,
      modifiedMs: found.mtimeMs,
      isFolder: found.isDirectory(),
    };
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
