// What happens once after the handshake: read the sources, then show the log that the settings name.
import type { Connection } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { t } from "#core/base/text";
import type { MutableState } from "./createState.ts";
import { showLog } from "./features/runs.ts";

export async function startUp(connection: Connection, state: MutableState): Promise<void> {
  state.indexed = indexAll(connection, state);
  await state.indexed;
  const log = await startLog(state);
  if (log !== undefined) {
    await showLog(connection, state, log, undefined);
  }
}

async function indexAll(connection: Connection, state: MutableState): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(t("index.title"), 0);
  try {
    for (const folder of state.folders) {
      await state.indexFolder(folder, (done, all) =>
        progress.report(Math.floor((100 * done) / all), t("index.progress", { done, all })),
      );
    }
  } finally {
    progress.done();
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
