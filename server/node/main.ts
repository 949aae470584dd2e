// `quartz-rss-lsp --stdio`, and the server of the VS Code extension (`--node-ipc`).
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../src/server.ts";
import { nodeHost } from "./nodeHost.ts";

const connection = createConnection(ProposedFeatures.all);

/** A mistake of ours costs what it broke, and is told: overlays are worth more than an end. */
function survive(error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

process.on("unhandledRejection", survive);
process.on("uncaughtException", survive);
startServer(connection, nodeHost());
