// What the client's file watcher tells → which sources to read again, all of a burst at once.
import {
  type Connection,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import { neverCancelled } from "#core/base/cancellation";
import { PROJECT_FILE_NAME } from "#core/project/project";
import type { MutableState } from "./createState.ts";
import { isIgnored } from "./sourceStore.ts";

/** A folder that comes or goes may be told of alone, without the files in it. */
export const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: "**/*.qz" },
  { globPattern: `**/${PROJECT_FILE_NAME}` },
  { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
];

export function followFiles(
  connection: Connection,
  state: MutableState,
  failed: (error: unknown) => void,
): Disposable {
  return connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes.filter((change) => change.uri.endsWith(PROJECT_FILE_NAME))) {
      state.readProjectFile(uri, type === FileChangeType.Deleted).catch(failed);
    }
    readAgain(state, changes, failed).catch(failed);
  });
}

async function readAgain(
  state: MutableState,
  changes: readonly FileEvent[],
  failed: (error: unknown) => void,
): Promise<void> {
  const sources = new Set(changes.map(({ uri }) => uri).filter((uri) => uri.endsWith(".qz")));
  const others = changes.filter(({ uri }) => !uri.endsWith(".qz") && !isIgnored(`${uri}/`));
  const gone = others.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri);
  for (const uri of state.sources.below(new Set(gone))) {
    sources.add(uri);
  }
  for (const { uri, type } of others) {
    if (type === FileChangeType.Created) {
      for (const source of await sourcesIn(state, uri)) {
        sources.add(source);
      }
    }
  }
  if (sources.size > 0) {
    await state.sources.readAllFromDisk([...sources], (_, error) => failed(error));
  }
}

async function sourcesIn({ host: { files } }: MutableState, uri: string): Promise<readonly string[]> {
  const isFolder = (await files.state(uri))?.isFolder === true;
  return isFolder ? files.list(uri, ["**/*.qz"], neverCancelled) : [];
}
