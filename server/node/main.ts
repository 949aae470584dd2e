// `quartz-rss-lsp --stdio`, and the server of the VS Code extension (`--node-ipc`).
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../src/server.ts";
import { nodeHost } from "./nodeHost.ts";

startServer(createConnection(ProposedFeatures.all), nodeHost());
