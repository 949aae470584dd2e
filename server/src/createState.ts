// Makes the stores and ties them together: a change of logs or sources drops what was derived and tells the client.
import type { Connection, InitializeParams, WorkspaceFolder } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { neverCancelled } from "#core/base/cancellation";
import { PROJECT_FILE_NAME, parseProjectFile } from "#core/quartz/projectFile";
import type { Host } from "./files.ts";
import { LogDocuments } from "./logDocuments.ts";
import { ProfileStore } from "./profileStore.ts";
import type { InitializationOptions } from "./protocol.ts";
import { RunList } from "./runList.ts";
import { RunStore } from "./runStore.ts";
import type { ServerState } from "./serverState.ts";
import { parseSettings, type Settings } from "./settings.ts";
import { SourceStore } from "./sourceStore.ts";

export interface MutableState extends ServerState {
  settings: Settings;
  indexed: Promise<void>;
  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void>;
  /** Reads the builds' root files; a broken project file is reported and changes nothing. */
  readProjectFile(uri: string, deleted: boolean): Promise<void>;
  /** Reads the sources and the project file of one folder. */
  indexFolder(folder: string, progress: (done: number, all: number) => void): Promise<void>;
}

export function createState(
  params: InitializeParams,
  host: Host,
  connection: Connection,
  refresh: () => void,
): MutableState {
  const options = readOptions(params.initializationOptions);
  const failed = (what: string, error: unknown): void =>
    connection.console.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  const changed = (): void => {
    profiles.invalidate();
    logs.invalidate();
    refresh();
  };
  const sources = new SourceStore(host, changed);
  const runs = new RunStore(host, changed, (error) => failed("log", error));
  const profiles = new ProfileStore(runs, sources);
  const logs = new LogDocuments(host, sources);
  const folders = new Set(params.workspaceFolders?.map((folder) => folder.uri) ?? []);
  const rootsByProject = new Map<string, readonly string[]>();

  const state: MutableState = {
    ...{ host, sources, runs, profiles, logs, folders },
    capabilities: params.capabilities,
    runList: new RunList(host),
    clientCommands: new Set(options.commands),
    locale: options.locale ?? "en",
    settings: parseSettings(options.settings),
    indexed: Promise.resolve(),
    async changeFolders(added, removed) {
      for (const { uri } of removed) {
        folders.delete(uri);
        sources.dropFolder(uri);
      }
      for (const { uri } of added) {
        folders.add(uri);
        await state.indexFolder(uri, () => undefined);
      }
    },
    async readProjectFile(uri, deleted) {
      if (deleted) {
        rootsByProject.delete(uri);
      } else {
        try {
          const { roots } = parseProjectFile(host.decode(await host.files.read(uri)));
          const folder = Utils.dirname(URI.parse(uri));
          rootsByProject.set(
            uri,
            roots.map((root) => Utils.joinPath(folder, root).toString()),
          );
        } catch (error) {
          failed(uri, error);
        }
      }
      sources.setRoots([...rootsByProject.values()].flat());
    },
    async indexFolder(folder, progress) {
      const project = Utils.joinPath(URI.parse(folder), PROJECT_FILE_NAME).toString();
      if ((await host.files.state(project)) !== undefined) {
        await state.readProjectFile(project, false);
      }
      await sources.indexFolder(folder, neverCancelled, progress, failed);
    },
  };
  return state;
}

/** What the client sent is not trusted to have our shape. */
function readOptions(value: unknown): InitializationOptions {
  const options: InitializationOptions = typeof value === "object" && value !== null ? value : {};
  const { commands, locale } = options;
  return {
    ...(Array.isArray(commands) ? { commands: commands.filter((item) => typeof item === "string") } : {}),
    ...(typeof locale === "string" ? { locale } : {}),
    settings: options.settings,
  };
}
