// The hover of a source, from the figures of the shown run.
import { URI } from "vscode-uri";
import type { Position } from "#core/base/range";
import { findLineStarts } from "#core/quartz/lines";
import { moduleOf } from "#core/quartz/modules";
import { type SourceHover, sourceHoverAt } from "#core/view/hover/sourceHover";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

/** Undefined for what is no open source, and while no run is shown. */
export function sourceHover(state: ServerState, uri: string, position: Position): SourceHover | undefined {
  const { sources, clientCommands, locale } = state;
  const text = sources.textOf(uri);
  const profile = text === undefined ? undefined : state.profiles.current;
  if (text === undefined || profile === undefined) {
    return undefined;
  }
  const announced = (command: string): string | undefined =>
    clientCommands.has(command) ? command : undefined;
  const links = {
    log: profile.shown.log,
    chartCommand: announced(protocol.SHOW_IN_CHART),
    treeCommand: announced(protocol.REVEAL_IN_TREE),
  };
  const { model, attribution, comparison } = profile;
  const names = { index: sources.index.around(uri), module: moduleOf(URI.parse(uri).path) };
  const line = lineReader(text);
  return sourceHoverAt({ uri, model, attribution, comparison, ...names, line, links, locale }, position);
}

function lineReader(text: string): (line: number) => string {
  const starts = findLineStarts(text);
  return (line) => text.slice(starts[line] ?? text.length, starts[line + 1]).replace(/[\r\n]+$/, "");
}
