// The bundled server, as a language client.
import { type ExtensionContext, env, Uri, window } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import {
  type InitializationOptions,
  LOG_LANGUAGE,
  type LogChoice,
  REVEAL_IN_TREE,
  SHOW_IN_CHART,
  USE_THIS_LOG,
} from "#protocol";
import { NAME_CHOICES } from "./candidatePick.ts";
import { SECTION, serverSettings } from "./config.ts";
import { TraceChannel } from "./traceChannel.ts";

const NAME = "Quartz RSS Lens";

/** What a link in a hover may carry out. */
const HOVER_COMMANDS = [SHOW_IN_CHART, REVEAL_IN_TREE] as const;

/** What a server that was there before showed, and what it compared that with. */
interface ShownBefore {
  readonly choice: LogChoice | undefined;
  readonly baseline: LogChoice | undefined;
}

/** @param before asked each time a server starts */
export function createClient(context: ExtensionContext, before: () => ShownBefore): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const initializationOptions = (): InitializationOptions => {
    const { choice, baseline } = before();
    return {
      commands: [...HOVER_COMMANDS, USE_THIS_LOG],
      settings: serverSettings(),
      locale: env.language,
      names: context.workspaceState.get<unknown>(NAME_CHOICES),
      ...(choice === undefined ? {} : { shown: choice }),
      ...(baseline === undefined ? {} : { baseline }),
    };
  };
  // Of our own, so that they outlive a server that ends.
  const outputChannel = window.createOutputChannel(NAME, { log: true });
  const traceOutputChannel = new TraceChannel(`${NAME} Trace`);
  context.subscriptions.push(outputChannel, traceOutputChannel);
  return new LanguageClient(
    SECTION,
    NAME,
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [
        // By pattern: another extension may own the language id.
        { scheme: "file", pattern: "**/*.qz" },
        { scheme: "file", language: LOG_LANGUAGE },
        { scheme: "untitled", language: LOG_LANGUAGE },
      ],
      initializationOptions,
      ...{ outputChannel, traceOutputChannel },
      // Nothing else that stands in Markdown of the server can be carried out.
      markdown: { isTrusted: { enabledCommands: HOVER_COMMANDS } },
      synchronize: { configurationSection: SECTION },
    },
  );
}
