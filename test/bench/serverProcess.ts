// The bundled server as a process of its own, and a client that speaks to it as an editor does.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import * as protocol from "#protocol";

export interface ServerProcess {
  readonly client: ProtocolConnection;
  /** Resolves with the first line of the server's log from now on that has the text. */
  readonly logged: (text: string) => Promise<string>;
  /** Resolves at the next notice that figures changed. */
  readonly changed: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startServerProcess(folder: string): Promise<ServerProcess> {
  const server = spawn(process.execPath, [...profiling(), resolve("dist/server.cjs"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const lines = new Set<(line: string) => void>();
  const changes = new Set<() => void>();
  client.onNotification("window/logMessage", ({ message }: { message: string }) => {
    for (const hear of lines) {
      hear(message);
    }
  });
  client.onNotification(protocol.overlaysChanged, () => {
    for (const hear of changes) {
      hear();
    }
    changes.clear();
  });
  client.listen();
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
    initializationOptions: { commands: [protocol.SHOW_IN_CHART] },
  });
  return {
    client,
    logged: (text) =>
      new Promise((found) => {
        const hear = (line: string): void => {
          if (line.includes(text)) {
            lines.delete(hear);
            found(line);
          }
        };
        lines.add(hear);
      }),
    changed: () => new Promise((heard) => void changes.add(heard)),
    stop: async () => {
      const ended = new Promise((gone) => server.once("exit", gone));
      await client.sendRequest("shutdown");
      await client.sendNotification("exit");
      await ended;
      client.dispose();
    },
  };
}

/** With `QUARTZ_RSS_PROFILE` as a folder, the server leaves a CPU profile there. */
function profiling(): readonly string[] {
  const { QUARTZ_RSS_PROFILE: folder } = process.env;
  return folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(folder)}`];
}
