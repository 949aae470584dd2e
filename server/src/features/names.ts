// Names with several candidates: which there are, and what was chosen for them.
import type { Connection, Disposable } from "vscode-languageserver";
import { parseNameChoices } from "#core/model/nameChoices";
import { type SeveralNames, severalNames } from "#core/view/tree/candidates";
import { handle, handle0, sourcesReady } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerNames(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.severalNames,
      handle0<readonly SeveralNames[]>(console, [], async (token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        return profile === undefined ? [] : severalNames(profile.attribution);
      }),
    ),
    connection.onRequest(
      protocol.nameChoices,
      handle<{ readonly choices: unknown }, null>(console, null, ({ choices }) => {
        state.sources.setNameChoices(parseNameChoices(choices));
        return null;
      }),
    ),
  ];
}
