// The run that the shown one is compared with: pinned, changed for the shown one, taken away.
import type { Connection, Disposable } from "vscode-languageserver";
import { handle, handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import { showLog, tellOfLog } from "./runs.ts";

export function registerBaseline(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.setBaseline,
      handle<{ readonly baseline: protocol.LogChoice | null }, boolean>(
        console,
        false,
        async ({ baseline }) => {
          if (baseline !== null) {
            return pinBaseline(connection, state, baseline);
          }
          await state.baseline.clear();
          return true;
        },
      ),
    ),
    connection.onRequest(
      protocol.swapBaseline,
      handle0<boolean>(console, false, () => swap(connection, state)),
    ),
  ];
}

/** A log that cannot be read or holds nothing is told to the user, and the baseline of before stays. */
export function pinBaseline(
  connection: Connection,
  { baseline }: ServerState,
  choice: protocol.LogChoice,
): Promise<boolean> {
  return tellOfLog(connection, choice.log, () => baseline.pin(choice));
}

/** The run that was shown is pinned by its number: a later one of its log is another run. */
async function swap(connection: Connection, state: ServerState): Promise<boolean> {
  const { shown } = state.runs;
  const { pinned } = state.baseline;
  if (shown === undefined || pinned === undefined) {
    return false;
  }
  return (
    (await pinBaseline(connection, state, { log: shown.log, run: shown.run.index })) &&
    (await showLog(connection, state, pinned.log, pinned.run.index)) !== null
  );
}
