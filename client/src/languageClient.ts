// The bundled server, as a language client.
import { type ExtensionContext, env, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type InitializationOptions, SHOW_IN_CHART } from "#protocol";
import { SECTION, serverSettings } from "./config.ts";

export function createClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const initializationOptions: InitializationOptions = {
    commands: [SHOW_IN_CHART],
    settings: serverSettings(),
    locale: env.language,
  };
  return new LanguageClient(
    SECTION,
    "Quartz RSS Lens",
    { module, transport: TransportKind.ipc },
    {
      // By pattern: another extension may own the language id.
      documentSelector: [{ scheme: "file", pattern: "**/*.qz" }],
      initializationOptions,
      synchronize: { configurationSection: SECTION },
    },
  );
}
