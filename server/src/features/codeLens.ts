// `textDocument/codeLens`: of a source, answered from the attribution; of a log, from its runs.
import type { CodeLens, Connection, Disposable } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { t } from "#core/base/text";
import type { FileFigures } from "#core/model/attribution";
import { deepestFolder } from "#core/quartz/folders";
import { goneLenses } from "#core/view/diff/goneLenses";
import { chooseFigures } from "#core/view/lensChoice";
import { type Lens, lensesOf } from "#core/view/lenses";
import { handle, sourcesReady } from "../handle.ts";
import type { Profile } from "../profileStore.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import type { Settings } from "../settings.ts";
import { logLenses } from "./logLens.ts";

export function registerCodeLens(connection: Connection, state: ServerState): Disposable {
  // An editor asks again whenever it shows a file again.
  const made = new WeakMap<FileFigures, MadeLenses>();
  return connection.onCodeLens(
    handle<{ textDocument: { uri: string } }, CodeLens[]>(
      connection.console,
      [],
      async ({ textDocument: { uri } }, token) => {
        const log = state.logs.get(uri);
        if (log !== undefined) {
          return logLenses(log, state);
        }
        await sourcesReady(state, token);
        const { settings, profiles } = state;
        const profile = profiles.current;
        const figures = profile?.file(uri) ?? profile?.comparison?.goneIn(uri);
        if (profile === undefined || figures === undefined || !settings.lens.enabled) {
          return [];
        }
        const known = made.get(figures);
        const lenses =
          known?.settings === settings && known.profile === profile
            ? known.lenses
            : sourceLenses(uri, profile, state);
        made.set(figures, { settings, profile, lenses });
        return lenses;
      },
    ),
  );
}

interface MadeLenses {
  readonly settings: Settings;
  readonly profile: Profile;
  readonly lenses: CodeLens[];
}

function sourceLenses(uri: string, profile: Profile, state: ServerState): CodeLens[] {
  const { shown, attribution, comparison } = profile;
  const { settings, locale } = state;
  const origin = originOf(uri, shown.log, state.folders);
  const figures = profile.file(uri);
  const gone = comparison?.goneIn(uri);
  const lenses = [
    ...(figures === undefined
      ? []
      : lensesOf(chooseFigures(figures, attribution, settings), locale, settings.lens.density, comparison)),
    ...(comparison === undefined || gone === undefined
      ? []
      : goneLenses(chooseFigures(gone, comparison.gone, settings), comparison)),
  ];
  return lenses.map((lens) => codeLens(lens, origin, state));
}

/** What is said of figures that a log of another folder put here; empty for those of its own. */
function originOf(uri: string, log: string, folders: ReadonlySet<string>): string {
  const folder = deepestFolder(log, [...folders]);
  const isOther = folder !== undefined && folder !== deepestFolder(uri, [...folders]);
  return isOther ? ` · ${t("lens.otherFolder", { folder: Utils.basename(URI.parse(folder)) })}` : "";
}

function codeLens(lens: Lens, origin: string, state: ServerState): CodeLens {
  const start = { line: lens.line, character: 0 };
  const title = `${lens.title}${origin}`;
  const command =
    lens.target !== undefined && state.clientCommands.has(protocol.SHOW_IN_CHART)
      ? { title, command: protocol.SHOW_IN_CHART, arguments: [lens.target] }
      : { title, command: "" };
  return { range: { start, end: start }, command };
}
