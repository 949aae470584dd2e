// `textDocument/hover`: of a log, from what it says; of a source, from the figures of the shown run.
import {
  type Connection,
  type Disposable,
  type Hover,
  type HoverParams,
  MarkupKind,
} from "vscode-languageserver";
import type { Position, Range } from "#core/base/range";
import { handle, sourcesReady } from "../handle.ts";
import type { ServerState } from "../serverState.ts";
import { logHover } from "./logHover.ts";
import { sourceHover } from "./sourceHover.ts";

export function registerHover(connection: Connection, state: ServerState): Disposable {
  return connection.onHover(
    handle<HoverParams, Hover | null>(connection.console, null, async ({ textDocument, position }, token) => {
      await sourcesReady(state, token);
      const found = hoverAt(state, textDocument.uri, position);
      return found === undefined
        ? null
        : { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: found.range };
    }),
  );
}

interface FoundHover {
  readonly range: Range;
  readonly markdown: string;
}

function hoverAt(state: ServerState, uri: string, position: Position): FoundHover | undefined {
  const isLog = state.logs.lines(uri) !== undefined;
  return isLog ? logHover(state, uri, position) : sourceHover(state, uri, position);
}
