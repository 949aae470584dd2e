// The shown run as a page in Markdown, to be handed on.
import type { Connection, Disposable } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { summarizeRun } from "#core/model/runSummary";
import { handoffLines } from "#core/view/handoff/handoff";
import { handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import { factsBeside } from "../runFacts.ts";
import type { ServerState } from "../serverState.ts";

/** How many functions, kinds and probes a page names. */
const LISTED = 20;

export function registerHandOff(connection: Connection, state: ServerState): Disposable {
  return connection.onRequest(
    protocol.handOff,
    handle0<string | null>(connection.console, null, () => handOffOf(state)),
  );
}

async function handOffOf(state: ServerState): Promise<string | null> {
  const { shown } = state.runs;
  if (shown === undefined) {
    return null;
  }
  const summary = summarizeRun(shown.run, state.sources.kindNamesAround(shown.log), LISTED);
  const facts = await factsBeside(shown.log, state.host);
  const log = pathWithin(shown.log, state.folders) ?? shown.logName;
  return `${handoffLines({ summary, log, top: LISTED, facts }).join("\n")}\n`;
}

/** As one would name it in a terminal of the workspace. */
function pathWithin(log: string, folders: Iterable<string>): string | undefined {
  const { path } = URI.parse(log);
  for (const folder of folders) {
    const root = URI.parse(folder).path.replace(/\/*$/, "/");
    if (path.startsWith(root)) {
      return path.slice(root.length);
    }
  }
  return undefined;
}
