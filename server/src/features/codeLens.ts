// `textDocument/codeLens`: answered from the attribution, nothing is computed per lens.
import type { CodeLens, Connection, Disposable } from "vscode-languageserver";
import { type Lens, lensesOf } from "#core/view/lenses";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

/** A lens carries this command where the client announced it, and is plain text elsewhere. */
export const SHOW_IN_CHART = "quartzRss.showInChart";

export function registerCodeLens(connection: Connection, state: ServerState): Disposable {
  return connection.onCodeLens(
    handle<{ textDocument: { uri: string } }, CodeLens[]>(
      connection.console,
      [],
      async ({ textDocument }) => {
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
  const command = state.clientCommands.has(SHOW_IN_CHART)
    ? { title: lens.title, command: SHOW_IN_CHART, arguments: [lens.target] }
    : { title: lens.title, command: "" };
  return { range: { start, end: start }, command };
}
