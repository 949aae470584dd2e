// The language server, host-neutral: `startServer` wires stores and features to a connection and nothing else.
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createState, type MutableState } from "./createState.ts";
import { registerBaseline } from "./features/baseline.ts";
import { budgetDiagnostics } from "./features/budgetDiagnostics.ts";
import { registerCodeLens } from "./features/codeLens.ts";
import { registerFlame } from "./features/flame.ts";
import { registerHandOff } from "./features/handOff.ts";
import { registerHover } from "./features/hover.ts";
import { registerLogDefinition } from "./features/logDefinition.ts";
import { pullsDiagnostics, registerLogDiagnostics } from "./features/logDiagnostics.ts";
import { registerLogFolds } from "./features/logFolds.ts";
import { registerLogLinks } from "./features/logLinks.ts";
import { registerLooksLikeLog } from "./features/looksLikeLog.ts";
import { registerNames } from "./features/names.ts";
import { registerOverlays } from "./features/overlays.ts";
import { registerRuns } from "./features/runs.ts";
import { registerTree } from "./features/tree.ts";
import { registerWorkspaceState } from "./features/workspaceState.ts";
import type { Host } from "./files.ts";
import { followSettings } from "./followSettings.ts";
import { isLogDocument } from "./logDocuments.ts";
import * as protocol from "./protocol.ts";
import { startUp } from "./startUp.ts";
import { followFiles, WATCHERS } from "./watchedFiles.ts";

/** Log and source changes come in bursts; clients hear of them once per this many ms. */
const REFRESH_DELAY_MS = 60;

export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const refresh = coalesce(host, () => {
      tellClient(connection, params);
      pushBudgets();
    });
    const state = createState(params, host, connection, refresh);
    const pushBudgets = budgetDiagnostics(connection, state);
    registerCodeLens(connection, state);
    registerOverlays(connection, state);
    registerTree(connection, state);
    registerNames(connection, state);
    registerRuns(connection, state);
    registerBaseline(connection, state);
    registerWorkspaceState(connection, state);
    registerFlame(connection, state);
    registerLogFolds(connection, state);
    registerLogLinks(connection, state);
    registerLogDefinition(connection, state);
    registerHandOff(connection, state);
    registerHover(connection, state);
    registerLogDiagnostics(connection, state);
    registerLooksLikeLog(connection, state);
    followDocuments(connection, state);
    followWorkspace(connection, state, params);
    followSettings(connection, state, refresh);
    connection.onShutdown(() => {
      state.indexing.dispose();
      state.runs.dispose();
      state.baseline.dispose();
      state.facts.dispose();
      return state.snapshots.dispose();
    });
    return initializeResult(state);
  });
  connection.listen();
}

function initializeResult(state: MutableState): InitializeResult {
  const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
  return {
    serverInfo: { name: "quartz-rss-lsp" },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      codeLensProvider: { resolveProvider: false },
      definitionProvider: true,
      documentLinkProvider: { resolveProvider: false },
      foldingRangeProvider: true,
      hoverProvider: true,
      ...(pullsDiagnostics(state) ? { diagnosticProvider } : {}),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** `work` runs once, a moment after the last of several calls. */
function coalesce(host: Host, work: () => void): () => void {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      host.after(REFRESH_DELAY_MS, () => {
        waiting = false;
        work();
      });
    }
  };
}

function tellClient(connection: Connection, { capabilities }: InitializeParams): void {
  const failed = (error: unknown): void => connection.console.warn(`refresh: ${String(error)}`);
  connection.sendNotification(protocol.overlaysChanged).catch(failed);
  if (capabilities.workspace?.codeLens?.refreshSupport === true) {
    connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  }
}

function followDocuments(connection: Connection, state: MutableState): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => {
    if (isLogDocument(document)) {
      state.logs.set(document);
    } else if (document.uri.endsWith(".qz")) {
      state.sources.setDocument(document.uri, document.getText(), document.version);
    }
  });
  documents.onDidClose(({ document }) => {
    if (isLogDocument(document)) {
      state.logs.close(document.uri);
    } else if (document.uri.endsWith(".qz")) {
      state.sources.closeDocument(document.uri).catch(report(connection));
    }
  });
  documents.listen(connection);
}

function followWorkspace(connection: Connection, state: MutableState, params: InitializeParams): void {
  const { workspace } = params.capabilities;
  connection.onInitialized(() => {
    const registrations = [
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [...WATCHERS],
        }),
      workspace?.didChangeConfiguration?.dynamicRegistration === true &&
        connection.client.register(DidChangeConfigurationNotification.type, { section: "quartzRss" }),
    ];
    Promise.all(registrations).catch(report(connection));
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        state.changeFolders(added, removed).catch(report(connection));
      });
    }
    startUp(connection, state).catch(report(connection));
  });
  followFiles(connection, state, report(connection));
}

function report(connection: Connection): (error: unknown) => void {
  return (error) => connection.console.error(error instanceof Error ? error.message : String(error));
}
