// Shows the run that a build makes: finds its folder, and lets the server follow the log in it from its first memory line.
import { tasks, type Uri, type WorkspaceFolder, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import * as protocol from "#protocol";
import type { StartedBuild } from "./builds.ts";
import { runIds, runLog } from "./runFolders.ts";

/** Folder watchers miss what happens in new folders, so the list is asked for. */
const LOOK_MS = 250;

/** Settles when the run is shown, or when the build ended without one. */
export async function followBuild(
  client: LanguageClient,
  { execution, folder, name, before }: StartedBuild,
): Promise<void> {
  let ended = false;
  const subscription = tasks.onDidEndTask((event) => {
    ended = ended || event.execution === execution;
  });
  try {
    for (;;) {
      const isLast = ended;
      const log = await newLog(client, folder, before);
      if (log !== undefined) {
        await client.sendRequest(protocol.useLog, { log });
        return;
      }
      if (isLast) {
        void window.showWarningMessage(t("builds.noLog", { name }));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } finally {
    subscription.dispose();
  }
}

/** The newest new log with memory lines in it; ids sort by time. */
async function newLog(
  client: LanguageClient,
  folder: WorkspaceFolder,
  before: ReadonlySet<string>,
): Promise<string | undefined> {
  const fresh = [...(await runIds(folder))].filter((id) => !before.has(id)).sort();
  for (const id of fresh.reverse()) {
    const file = runLog(folder, id);
    const uri = client.code2ProtocolConverter.asUri(file);
    if ((await exists(file)) && (await client.sendRequest(protocol.looksLikeLog, { uri }))) {
      return uri;
    }
  }
  return undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
