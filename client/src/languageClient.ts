// The bundled server, as a language client.
import { type ExtensionContext, env, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type InitializationOptions, LOG_LANGUAGE, SHOW_IN_CHART, USE_THIS_LOG } from "#protocol";
import { SECTION, serverSettings } from "./config.ts";

export function createClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const initializationOptions: InitializationOptions = {
    commands: [SHOW_IN_CHART, USE_THIS_LOG],
    settings: serverSettings(),
    locale: env.language,
  };
  return new LanguageClient(
    SECTION,
    "Quartz RSS Lens",
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [
        // By pattern: another extension may own the language id.
        { scheme: "file", pattern: "**/*.qz" },
        { scheme: "file", language: LOG_LANGUAGE },
        { scheme: "untitled", language: LOG_LANGUAGE },
      ],
      initializationOptions,
      synchronize: { configurationSection: SECTION },
    },
  );
}
