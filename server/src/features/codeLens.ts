// `textDocument/codeLens`: of a source, answered from the attribution; of a log, from its runs.
import type { CodeLens, Connection, Disposable } from "vscode-languageserver";
import { type Lens, lensesOf } from "#core/view/lenses";
import { handle } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import { logLenses } from "./logLens.ts";

export function registerCodeLens(connection: Connection, state: ServerState): Disposable {
  return connection.onCodeLens(
    handle<{ textDocument: { uri: string } }, CodeLens[]>(
      connection.console,
      [],
      async ({ textDocument }) => {
        const log = state.logs.get(textDocument.uri);
        if (log !== undefined) {
          return logLenses(log, state);
        }
        await state.indexed;
        const figures = state.profiles.current?.file(textDocument.uri);
        return figures === undefined
          ? []
          : lensesOf(figures, state.locale).map((lens) => codeLens(lens, state));
      },
    ),
  );
}

function codeLens(lens: Lens, state: ServerState): CodeLens {
  const start = { line: lens.line, character: 0 };
  const command = state.clientCommands.has(protocol.SHOW_IN_CHART)
    ? { title: lens.title, command: protocol.SHOW_IN_CHART, arguments: [lens.target] }
    : { title: lens.title, command: "" };
  return { range: { start, end: start }, command };
}
