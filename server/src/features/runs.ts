// Which run is shown, which there are, and what the status bar says of it.
import {
  type Connection,
  type Disposable,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import { t } from "#core/base/text";
import { comparedStatus } from "#core/view/diff/statusDiff";
import { type RunStatus, runStatus } from "#core/view/runStatus";
import { handle, handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import { logName, type ShownRun } from "../runStore.ts";
import type { ServerState } from "../serverState.ts";

export function registerRuns(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.useLog,
      handle(console, null, ({ log, run }) => showLog(connection, state, log, run)),
    ),
    connection.onRequest(
      protocol.runs,
      handle0<readonly protocol.RunChoice[]>(console, [], (token) =>
        state.runList.choices([...state.folders], state.settings.logFiles, state.runs.shown, token),
      ),
    ),
    connection.onRequest(
      protocol.status,
      handle0<RunStatus | null>(console, null, () => statusOf(state)),
    ),
  ];
}

/** Shows a run and says so; a log that cannot be read or holds nothing is told to the user, and nothing changes. */
export async function showLog(
  connection: Connection,
  state: ServerState,
  log: string,
  run: number | undefined,
): Promise<RunStatus | null> {
  const isShown = await tellOfLog(connection, log, () => state.runs.use(log, run));
  return isShown ? statusOf(state) : null;
}

/** True when the log was read and holds a run; what it holds instead is told to the user. */
export async function tellOfLog(
  connection: Connection,
  log: string,
  read: () => Promise<ShownRun | undefined>,
): Promise<boolean> {
  try {
    const isRead = (await read()) !== undefined;
    if (!isRead) {
      await show(connection, MessageType.Warning, t("log.empty", { log: logName(log) }));
    }
    return isRead;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    await show(connection, MessageType.Error, t("log.unreadable", { log: logName(log), cause }));
    return false;
  }
}

/** Told, not asked: nothing waits for the user to close it. */
function show(connection: Connection, type: MessageType, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type, message });
}

function statusOf(state: ServerState): RunStatus | null {
  const profile = state.profiles.current;
  if (profile === undefined) {
    return null;
  }
  const { model, shown, attribution, comparison } = profile;
  const status = runStatus(model, shown.logName, state.locale, attribution);
  return comparison === undefined ? status : comparedStatus(status, comparison, state.locale);
}
