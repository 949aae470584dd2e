// `textDocument/hover` of a log.

import type { TextDocumentPositionParams } from "vscode-languageserver";
import { type Connection, type Disposable, type Hover, MarkupKind } from "vscode-languageserver";
import { hoverAt } from "#core/view/log/logHover";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

export function registerLogHover(connection: Connection, state: ServerState): Disposable {
  return connection.onHover(
    handle<TextDocumentPositionParams, Hover | null>(connection.console, null, async (params) => {
      await state.indexed;
      return hoverOf(params, state);
    }),
  );
}

function hoverOf(
  { textDocument, position: { line, character } }: TextDocumentPositionParams,
  { logs, locale }: ServerState,
): Hover | null {
  const document = logs.get(textDocument.uri);
  if (document === undefined) {
    return null;
  }
  const { log, lines } = document;
  const source = {
    log,
    lines,
    sources: logs.meaning,
    model: (run: (typeof log.runs)[number]) => logs.model(run),
    locale,
  };
  const hover = hoverAt(source, line, character);
  return hover === undefined
    ? null
    : {
        contents: { kind: MarkupKind.Markdown, value: hover.markdown },
        range: { start: { line, character: hover.from }, end: { line, character: hover.to } },
      };
}
