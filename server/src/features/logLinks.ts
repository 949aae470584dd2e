// `textDocument/documentLink` of a log: its names lead to the sources.
import type { Connection, Disposable, DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { type LogLink, linksOf } from "#core/view/log/logLinks";
import { handle, sourcesReady } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

export function registerLogLinks(connection: Connection, state: ServerState): Disposable {
  return connection.onDocumentLinks(
    handle<DocumentLinkParams, DocumentLink[] | null>(
      connection.console,
      null,
      async ({ textDocument }, token) => {
        await sourcesReady(state, token);
        const document = state.logs.get(textDocument.uri);
        return document === undefined
          ? null
          : linksOf(document.log, document.lines, state.logs.meaningFor(document.uri)).map(documentLink);
      },
    ),
  );
}

function documentLink({ range, target, tooltip }: LogLink): DocumentLink {
  return { range, target: `${target.uri}#L${target.range.start.line + 1}`, tooltip };
}
