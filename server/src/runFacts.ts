// What the run folder of a log says of the run: `run.json`, beside it.
import { URI, Utils } from "vscode-uri";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_FILE_NAME, RUN_LOG_NAME, type RunFile } from "#core/store/runFile";
import type { Host } from "./files.ts";

/** Undefined for a log that lies anywhere else, and where the file cannot be used. */
export async function factsBeside(log: string, { files, decode }: Host): Promise<RunFile | undefined> {
  const uri = URI.parse(log);
  if (Utils.basename(uri) !== RUN_LOG_NAME) {
    return undefined;
  }
  const file = Utils.joinPath(uri, "..", RUN_FILE_NAME).toString();
  return (await files.state(file)) === undefined
    ? undefined
    : parseRunFile(decode(await files.read(file))).run;
}
