// `textDocument/codeLens`: of a source, answered from the attribution; of a log, from its runs.
import type { CodeLens, Connection, Disposable } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { t } from "#core/base/text";
import { deepestFolder } from "#core/quartz/folders";
import { chooseFigures } from "#core/view/lensChoice";
import { type Lens, lensesOf } from "#core/view/lenses";
import { handle, sourcesReady } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import { logLenses } from "./logLens.ts";

export function registerCodeLens(connection: Connection, state: ServerState): Disposable {
  return connection.onCodeLens(
    handle<{ textDocument: { uri: string } }, CodeLens[]>(
      connection.console,
      [],
      async ({ textDocument }, token) => {
        const log = state.logs.get(textDocument.uri);
        if (log !== undefined) {
          return logLenses(log, state);
        }
        await sourcesReady(state, token);
        const { lens: look } = state.settings;
        const profile = state.profiles.current;
        const figures = profile?.file(textDocument.uri);
        if (profile === undefined || figures === undefined || !look.enabled) {
          return [];
        }
        const origin = originOf(textDocument.uri, profile.shown.log, state.folders);
        const chosen = chooseFigures(figures, profile.attribution, state.settings);
        return lensesOf(chosen, state.locale, look.density).map((lens) => codeLens(lens, origin, state));
      },
    ),
  );
}

/** What is said of figures that a log of another folder put here; empty for those of its own. */
function originOf(uri: string, log: string, folders: ReadonlySet<string>): string {
  const folder = deepestFolder(log, [...folders]);
  const isOther = folder !== undefined && folder !== deepestFolder(uri, [...folders]);
  return isOther ? ` · ${t("lens.otherFolder", { folder: Utils.basename(URI.parse(folder)) })}` : "";
}

function codeLens(lens: Lens, origin: string, state: ServerState): CodeLens {
  const start = { line: lens.line, character: 0 };
  const title = `${lens.title}${origin}`;
  const command = state.clientCommands.has(protocol.SHOW_IN_CHART)
    ? { title, command: protocol.SHOW_IN_CHART, arguments: [lens.target] }
    : { title, command: "" };
  return { range: { start, end: start }, command };
}
