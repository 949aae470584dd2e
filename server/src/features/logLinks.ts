// `textDocument/documentLink` and `textDocument/definition` of a log: its names lead to the sources.
import type {
  Connection,
  DefinitionLink,
  Disposable,
  DocumentLink,
  Location,
  Range,
  TextDocumentPositionParams,
} from "vscode-languageserver";
import { linksOf } from "#core/view/log/logLinks";
import { type SourceTarget, targetsOf } from "#core/view/log/logSources";
import { wordAt } from "#core/view/log/logWords";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

export function registerLogLinks(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onDocumentLinks(
      handle<{ textDocument: { uri: string } }, DocumentLink[] | null>(console, null, async (params) => {
        await state.indexed;
        const document = state.logs.get(params.textDocument.uri);
        return document === undefined
          ? null
          : linksOf(document.log, document.lines, state.logs.meaning).map(
              ({ line, from, to, target, tooltip }) => ({
                range: onLine(line, from, to),
                target: `${target.uri}#L${target.range.start.line + 1}`,
                tooltip,
              }),
            );
      }),
    ),
    connection.onDefinition(
      handle<TextDocumentPositionParams, Location[] | DefinitionLink[] | null>(
        console,
        null,
        async (params) => {
          await state.indexed;
          return definitionOf(params, state);
        },
      ),
    ),
  ];
}

function definitionOf(
  { textDocument, position: { line, character } }: TextDocumentPositionParams,
  { logs, capabilities }: ServerState,
): Location[] | DefinitionLink[] | null {
  const word = wordAt(logs.get(textDocument.uri)?.lines.at(line) ?? "", character);
  if (word === undefined) {
    return null;
  }
  const targets = targetsOf(word, logs.meaning);
  return capabilities.textDocument?.definition?.linkSupport === true
    ? targets.map((target) => definitionLink(onLine(line, word.from, word.to), target))
    : targets.map(({ uri, range }) => ({ uri, range }));
}

/** With the whole word as its origin, so that an editor underlines all of `[kind 1009]`. */
function definitionLink(origin: Range, { uri, range }: SourceTarget): DefinitionLink {
  return { originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range };
}

function onLine(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
