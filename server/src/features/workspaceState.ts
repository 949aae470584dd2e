// `quartzRss/workspaceState`: whether there is something to show, and how well the log fits the sources.
import type { Connection, Disposable } from "vscode-languageserver";
import { matchReport } from "#core/model/matchReport";
import { deepestFolder } from "#core/quartz/folders";
import { runTitle } from "#core/view/runStatus";
import { workspaceState } from "#core/view/workspaceState";
import { handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerWorkspaceState(connection: Connection, state: ServerState): Disposable {
  return connection.onRequest(
    protocol.workspaceState,
    handle0<protocol.WorkspaceAnswer>(connection.console, NOTHING, () => answerOf(state)),
  );
}

const NOTHING: protocol.WorkspaceAnswer = {
  state: "reading",
  message: "",
  match: null,
  choice: null,
  baseline: null,
};

function answerOf({
  sources,
  runs,
  baseline,
  profiles,
  indexing,
  folders,
  locale,
}: ServerState): protocol.WorkspaceAnswer {
  const profile = profiles.current;
  const match =
    profile &&
    matchReport(profile.attribution, sources.index, deepestFolder(profile.shown.log, [...folders]));
  const title = profile === undefined ? "" : runTitle(profile.shown.run, profile.shown.logName);
  const facts = { isIndexed: indexing.isDone, isEmpty: sources.isEmpty, match, title };
  return { ...workspaceState(facts, locale), choice: runs.choice ?? null, baseline: baseline.choice ?? null };
}
