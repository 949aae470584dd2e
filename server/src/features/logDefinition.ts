// `textDocument/definition` of a log: all that a word can mean.
import type {
  Connection,
  DefinitionLink,
  DefinitionParams,
  Disposable,
  Location,
  Range,
} from "vscode-languageserver";
import { type SourceTarget, targetsOf } from "#core/view/log/logSources";
import { wordAt, wordRange } from "#core/view/log/logWords";
import { handle, sourcesReady } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

export function registerLogDefinition(connection: Connection, state: ServerState): Disposable {
  return connection.onDefinition(
    handle<DefinitionParams, Location[] | DefinitionLink[] | null>(
      connection.console,
      null,
      async (params, token) => {
        await sourcesReady(state, token);
        return definitionOf(params, state);
      },
    ),
  );
}

function definitionOf(
  { textDocument, position: { line, character } }: DefinitionParams,
  { logs, capabilities }: ServerState,
): Location[] | DefinitionLink[] | null {
  const word = wordAt(logs.lines(textDocument.uri)?.at(line) ?? "", character);
  if (word === undefined) {
    return null;
  }
  const targets = targetsOf(word, logs.meaningFor(textDocument.uri));
  return capabilities.textDocument?.definition?.linkSupport === true
    ? targets.map((target) => definitionLink(wordRange(line, word), target))
    : targets.map(({ uri, range }) => ({ uri, range }));
}

/** With the whole word as its origin, so that an editor underlines all of `[kind 1009]`. */
function definitionLink(origin: Range, { uri, range }: SourceTarget): DefinitionLink {
  return { originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range };
}
