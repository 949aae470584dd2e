// The lens above each run of a log: what the run comes to, and a click that shows it.
import type { CodeLens } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { type LogLens, logLensesOf } from "#core/view/log/logLenses";
import type { LogDocument } from "../logDocuments.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

/** None for what is not on disk, where the figures are read, and none for clients that do not carry out the command. */
export function logLenses({ uri, log }: LogDocument, { runs, clientCommands }: ServerState): CodeLens[] {
  if (!uri.startsWith("file:") || !clientCommands.has(protocol.USE_THIS_LOG)) {
    return [];
  }
  const { shown } = runs;
  const isShown = shown !== undefined && isSameFile(shown.log, uri);
  return logLensesOf(log.runs, isShown ? shown.run.index : undefined).map((lens) => codeLens(lens, uri));
}

function codeLens({ line, title, run }: LogLens, uri: string): CodeLens {
  const start = { line, character: 0 };
  const command =
    run === undefined
      ? { title, command: "" }
      : { title, command: protocol.USE_THIS_LOG, arguments: [uri, run] };
  return { range: { start, end: start }, command };
}

/** Clients differ in what of a URI they encode. */
function isSameFile(one: string, other: string): boolean {
  return URI.parse(one).toString() === URI.parse(other).toString();
}
