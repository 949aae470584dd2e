// `textDocument/hover` of a log.
import {
  type Connection,
  type Disposable,
  type Hover,
  type HoverParams,
  MarkupKind,
} from "vscode-languageserver";
import type { Run } from "#core/log/record";
import { hoverAt } from "#core/view/log/logHover";
import { wordAt } from "#core/view/log/logWords";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

export function registerLogHover(connection: Connection, state: ServerState): Disposable {
  return connection.onHover(
    handle<HoverParams, Hover | null>(connection.console, null, async (params) => {
      await state.indexed;
      return hoverOf(params, state);
    }),
  );
}

function hoverOf({ textDocument, position }: HoverParams, { logs, locale }: ServerState): Hover | null {
  const { line, character } = position;
  // Most places have no word, and then the log need not be read.
  const isWord = wordAt(logs.lines(textDocument.uri)?.at(line) ?? "", character) !== undefined;
  const document = isWord ? logs.get(textDocument.uri) : undefined;
  if (document === undefined) {
    return null;
  }
  const source = { ...document, sources: logs.meaning, model: (run: Run) => logs.model(run), locale };
  const hover = hoverAt(source, line, character);
  return (
    (hover && { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: hover.range }) ?? null
  );
}
