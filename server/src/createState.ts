// Makes the stores and ties them together: a change of logs or sources drops what was derived and tells the client.
import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  type WorkspaceFolder,
} from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { t } from "#core/base/text";
import { formatMilliseconds } from "#core/base/units";
import { parseNameChoices } from "#core/model/nameChoices";
import { parseProject } from "#core/project/parseProject";
import { PROJECT_FILE_NAME } from "#core/project/project";
import { BaselineStore } from "./baselineStore.ts";
import type { Host } from "./files.ts";
import { ImportFiles } from "./importFiles.ts";
import { Indexing } from "./indexing.ts";
import { LogDocuments } from "./logDocuments.ts";
import { ProfileStore } from "./profileStore.ts";
import { ProjectStore } from "./projectStore.ts";
import type { InitializationOptions, LogChoice } from "./protocol.ts";
import { RunFactsStore } from "./runFactsStore.ts";
import { RunList } from "./runList.ts";
import { RunStore } from "./runStore.ts";
import type { ServerState } from "./serverState.ts";
import { parseSettings, type Settings } from "./settings.ts";
import { SnapshotStore } from "./snapshotStore.ts";
import { SourceStore } from "./sourceStore.ts";

export interface MutableState extends ServerState {
  settings: Settings;
  /** What an earlier server of this client showed; undefined at a first start. */
  readonly restored: LogChoice | undefined;
  /** The baseline that it had. */
  readonly restoredBaseline: LogChoice | undefined;
  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void>;
  /** Reads the builds' root files; a broken project file is reported and changes nothing. */
  readProjectFile(uri: string, deleted: boolean): Promise<void>;
  /** Reads sources and project files of folders. */
  readFolders(folders: Iterable<string>): Promise<void>;
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
  const runsChanged = (): void => {
    changed();
    const [shown, pinned] = [runs.choice, baseline.choice];
    facts.follow(shown === undefined || pinned === undefined ? [] : [shown.log, pinned.log]);
  };
  const folders = new Set(params.workspaceFolders?.map((folder) => folderUri(folder.uri)) ?? []);
  const sources = new SourceStore(host, folders, changed);
  const imports = new ImportFiles(host, folders, {
    warn: (message) => {
      connection
        .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
        .catch((error: unknown) => failed("message", error));
    },
    log: (text) => connection.console.warn(text),
  });
  const snapshots = new SnapshotStore(
    host,
    imports,
    { index: sources.index, whole: () => indexing.whole(), fileOf: (uri) => sources.fileOf(uri) },
    changed,
  );
  const runs = new RunStore(
    host,
    () => {
      runsChanged();
      rememberCode(runs, snapshots).catch((error: unknown) => failed("log", error));
    },
    (error) => failed("log", error),
    (text) => connection.console.info(text),
  );
  const baseline = new BaselineStore(
    new RunStore(
      host,
      runsChanged,
      (error) => failed("baseline", error),
      (text) => connection.console.info(text),
    ),
  );
  const facts = new RunFactsStore(
    host,
    (log) => imports.readRun(log),
    changed,
    (error) => failed("run.json", error),
  );
  const profiles = new ProfileStore(
    { runs, baseline, facts, locale: options.locale ?? "en" },
    sources,
    {
      now: () => host.now(),
      took: (ms) => connection.console.debug(t("server.attribution", { time: formatMilliseconds(ms) })),
    },
    (log) => snapshots.memoryOf(log),
  );
  const logs = new LogDocuments(host, sources);
  const projects = new ProjectStore();
  sources.index.hints.setChoices(parseNameChoices(options.names));
  const indexing = new Indexing(connection, host, async (folder, token, progress) => {
    const project = Utils.joinPath(URI.parse(folder), PROJECT_FILE_NAME).toString();
    if ((await host.files.state(project)) !== undefined) {
      await state.readProjectFile(project, false);
    }
    return sources.indexFolder(folder, token, progress, failed);
  });

  const state: MutableState = {
    ...{ host, sources, runs, baseline, facts, snapshots, profiles, projects, logs, folders, indexing },
    capabilities: params.capabilities,
    runList: new RunList(host),
    clientCommands: new Set(options.commands),
    locale: options.locale ?? "en",
    settings: parseSettings(options.settings),
    restored: options.shown,
    restoredBaseline: options.baseline,
    get indexed() {
      return indexing.soon;
    },
    async changeFolders(added, removed) {
      for (const folder of removed.map(({ uri }) => folderUri(uri))) {
        folders.delete(folder);
        indexing.cancel(folder);
        projects.delete(folder);
        sources.setRoots([], folder);
      }
      const fresh = added.map(({ uri }) => folderUri(uri));
      for (const folder of fresh) {
        folders.add(folder);
      }
      sources.foldersChanged();
      await state.readFolders(fresh);
    },
    async readProjectFile(uri, deleted) {
      const folder = Utils.dirname(URI.parse(uri));
      if (deleted) {
        projects.delete(folder.toString());
        sources.setRoots([], folder.toString());
        return;
      }
      try {
        const { project, problems } = parseProject(host.decode(await host.files.read(uri)));
        projects.set(folder.toString(), { uri, project, problems });
        const uris = project.builds.map(({ file }) => Utils.joinPath(folder, file).toString());
        sources.setRoots(uris, folder.toString());
      } catch (error) {
        failed(uri, error);
      }
    },
    async readFolders(these) {
      await indexing.start([...these]);
      changed();
    },
  };
  return state;
}

async function rememberCode(runs: RunStore, snapshots: SnapshotStore): Promise<void> {
  if (runs.open !== undefined) {
    await snapshots.follow(runs.open);
  }
}

/** Written as our own URIs are, without a slash at its end. */
function folderUri(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, "");
}

/** What the client sent is not trusted to have our shape. */
function readOptions(value: unknown): InitializationOptions {
  const options: InitializationOptions = typeof value === "object" && value !== null ? value : {};
  const { commands, locale } = options;
  const shown = readChoice(options.shown);
  const baseline = readChoice(options.baseline);
  return {
    ...(Array.isArray(commands) ? { commands: commands.filter((item) => typeof item === "string") } : {}),
    ...(typeof locale === "string" ? { locale } : {}),
    ...(shown === undefined ? {} : { shown }),
    ...(baseline === undefined ? {} : { baseline }),
    settings: options.settings,
    names: options.names,
  };
}

function readChoice(value: unknown): LogChoice | undefined {
  if (typeof value !== "object" || value === null || !("log" in value) || typeof value.log !== "string") {
    return undefined;
  }
  const run = "run" in value && typeof value.run === "number" ? value.run : null;
  return { log: value.log, run };
}
