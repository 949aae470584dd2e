// The shown run as a page in Markdown, to be handed on.
import type { Connection, Disposable } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { summarizeRun } from "#core/model/runSummary";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_LOG_NAME, type RunFile } from "#core/store/runFile";
import { handoffLines } from "#core/view/handoff/handoff";
import type { Host } from "../files.ts";
import { handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
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

/** What the run folder of a log says; undefined for other logs, and where it cannot be read. */
async function factsBeside(log: string, { files, decode }: Host): Promise<RunFile | undefined> {
  const uri = URI.parse(log);
  if (Utils.basename(uri) !== RUN_LOG_NAME) {
    return undefined;
  }
  const file = Utils.joinPath(uri, "..", "run.json").toString();
  return (await files.state(file)) === undefined
    ? undefined
    : parseRunFile(decode(await files.read(file))).run;
}
