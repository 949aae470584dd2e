// What the user sets applies at once: clients ask again for what they show.
import type { Connection, Disposable } from "vscode-languageserver";
import type { MutableState } from "./createState.ts";
import { nextSettings } from "./settings.ts";
import { showStartLog } from "./startUp.ts";

/** @param refresh tells the client that what it shows is out of date */
export function followSettings(connection: Connection, state: MutableState, refresh: () => void): Disposable {
  return connection.onDidChangeConfiguration(({ settings }) => {
    const before = state.settings;
    state.settings = nextSettings(before, settings);
    if (state.settings !== before) {
      refresh();
    }
    if (state.settings.log !== before.log) {
      state.indexed
        .then(() => showStartLog(connection, state))
        .catch((error: unknown) => connection.console.error(String(error)));
    }
  });
}
