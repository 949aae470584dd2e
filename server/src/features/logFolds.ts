// `textDocument/foldingRange` of a log: null for other documents, whose editor folds them by indentation then.
import type { Connection, Disposable, FoldingRange } from "vscode-languageserver";
import { foldsOf } from "#core/view/log/logFolds";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

/** For clients that name no limit. VS Code's own. */
const DEFAULT_LIMIT = 5000;

export function registerLogFolds(connection: Connection, state: ServerState): Disposable {
  const limit = state.capabilities.textDocument?.foldingRange?.rangeLimit ?? DEFAULT_LIMIT;
  return connection.onFoldingRanges(
    handle<{ textDocument: { uri: string } }, FoldingRange[] | null>(
      connection.console,
      null,
      ({ textDocument }) => {
        const document = state.logs.get(textDocument.uri);
        return document === undefined ? null : [...foldsOf(document.log.runs, document.lines, limit)];
      },
    ),
  );
}
