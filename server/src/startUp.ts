// What happens once after the handshake: begin to read the sources, and show the log that was shown before or that the
// settings name.
import type { Connection } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import type { MutableState } from "./createState.ts";
import { pinBaseline } from "./features/baseline.ts";
import { showLog } from "./features/runs.ts";

export async function startUp(connection: Connection, state: MutableState): Promise<void> {
  const reading = state.readFolders(state.folders);
  await state.indexed;
  const { restored, restoredBaseline } = state;
  // Before the run is shown, so that it is never shown without.
  if (restoredBaseline !== undefined) {
    await pinBaseline(connection, state, restoredBaseline);
  }
  if (restored === undefined) {
    await showStartLog(connection, state);
  } else {
    await showLog(connection, state, restored.log, restored.run ?? undefined);
  }
  await reading;
}

/** Shows the log that the settings name, if they name one. */
export async function showStartLog(connection: Connection, state: MutableState): Promise<void> {
  const log = await startLog(state);
  if (log !== undefined) {
    await showLog(connection, state, log, undefined);
  }
}

/** The `log` setting: absolute, or relative to the first workspace folder that has it. */
async function startLog({ settings, folders, host }: MutableState): Promise<string | undefined> {
  const { log } = settings;
  if (log === "") {
    return undefined;
  }
  const candidates = log.startsWith("/")
    ? [URI.file(log).toString()]
    : [...folders].map((folder) => Utils.joinPath(URI.parse(folder), log).toString());
  for (const candidate of candidates) {
    if ((await host.files.state(candidate)) !== undefined) {
      return candidate;
    }
  }
  return candidates[0];
}
