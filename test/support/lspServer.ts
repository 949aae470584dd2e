// The real server at the other end of two in-memory streams, and a client that speaks real JSON-RPC to it.
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import * as protocol from "#protocol";
import { nodeHost } from "../../server/node/nodeHost.ts";
import type { Host } from "../../server/src/files.ts";
import { startServer } from "../../server/src/server.ts";

export interface Session {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Messages that the server showed to the user. */
  readonly shown: readonly string[];
  /** Lines of the server's log. */
  readonly logged: readonly string[];
  /** Titles and ends of the progress that it told of. */
  readonly progress: readonly string[];
  /** Resolves at the next `overlaysChanged` for which `done` is true; fails after the limit. */
  readonly changed: (done: () => Promise<boolean>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface SessionOptions {
  readonly folder: string;
  readonly commands?: readonly string[];
  readonly settings?: unknown;
  /** Choices among candidates that the client has kept. */
  readonly names?: unknown;
  /** Beside what every session has. */
  readonly textDocument?: ClientCapabilities["textDocument"];
  /** Workspace folders beside `folder`. */
  readonly otherFolders?: readonly string[];
  /** What an earlier server showed. */
  readonly restored?: protocol.LogChoice;
  /** The baseline that it had. */
  readonly baseline?: protocol.LogChoice;
  /** False: the client shows no progress. */
  readonly workDoneProgress?: boolean;
  /** In the place of Node's. */
  readonly host?: Host;
}

const LIMIT_MS = 10_000;

export async function startSession(options: SessionOptions): Promise<Session> {
  const { folder, commands = [], settings, textDocument = {}, otherFolders = [], restored } = options;
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    options.host ?? nodeHost(),
  );
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const shown: string[] = [];
  const logged: string[] = [];
  const progress: string[] = [];
  const waiting = new Set<() => void>();
  client.onNotification("window/showMessage", ({ message }: { message: string }) => void shown.push(message));
  client.onNotification(protocol.overlaysChanged, () => {
    for (const wake of waiting) {
      wake();
    }
  });
  client.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  client.onNotification("$/progress", ({ value }: { value: { kind: string; title?: string } }) => {
    progress.push(value.title ?? value.kind);
  });
  client.onRequest("window/workDoneProgress/create", () => null);
  client.onRequest("workspace/codeLens/refresh", () => null);
  client.listen();
  const initialized: InitializeResult = await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      ...{ textDocument, window: { workDoneProgress: options.workDoneProgress ?? true } },
      workspace: { codeLens: { refreshSupport: true }, workspaceFolders: true },
    },
    workspaceFolders: [folder, ...otherFolders].map((path) => ({
      uri: pathToFileURL(path).href,
      name: "test",
    })),
    initializationOptions: {
      ...{ commands, settings, shown: restored, names: options.names, baseline: options.baseline },
    },
  });
  await client.sendNotification("initialized", {});
  return {
    ...{ client, initialized, shown, logged, progress },
    changed: (done) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error("nothing changed in time")), LIMIT_MS);
        const look = (): void => {
          done().then((is) => {
            if (is) {
              clearTimeout(limit);
              waiting.delete(look);
              resolve();
            }
          }, reject);
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      await client.sendRequest("shutdown");
      client.dispose();
    },
  };
}
