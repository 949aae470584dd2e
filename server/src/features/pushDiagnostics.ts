// `textDocument/publishDiagnostics`, for clients that do not ask.
import type { Connection, Diagnostic, Disposable } from "vscode-languageserver";
import type { ServerState } from "../serverState.ts";

/** A document that changes is looked at again when it has been left alone for this long. */
const DELAY_MS = 250;

/** Sends what `itemsOf` says after each change of a log; of a closed one it says nothing. */
export function pushOnChange(
  connection: Connection,
  { logs, host }: ServerState,
  itemsOf: (uri: string) => Diagnostic[],
): Disposable {
  const waiting = new Map<string, Disposable>();
  const push = (uri: string): void => {
    waiting.delete(uri);
    connection
      .sendDiagnostics({ uri, diagnostics: itemsOf(uri) })
      .catch((error: unknown) => connection.console.error(String(error)));
  };
  return logs.onDidChange((uri) => {
    waiting.get(uri)?.dispose();
    waiting.set(
      uri,
      host.after(DELAY_MS, () => push(uri)),
    );
  });
}
