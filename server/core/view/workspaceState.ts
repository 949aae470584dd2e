// What there is to show, and what to say where there is nothing or little.
import { t } from "../base/text.ts";
import { formatCount } from "../base/units.ts";
import type { MatchReport } from "../model/matchReport.ts";

/** `reading`: the sources are still being read, so that nothing can be said of what is missing. */
export const WORKSPACE_STATES = ["reading", "noLog", "noSources", "noMatch", "ready"] as const;

export type WorkspaceStateName = (typeof WORKSPACE_STATES)[number];

export interface WorkspaceFacts {
  /** All folders have been read. */
  readonly isIndexed: boolean;
  /** There is no `.qz` file. */
  readonly isEmpty: boolean;
  /** Undefined while no run is shown. */
  readonly match: MatchReport | undefined;
  /** Title of the run that is shown; empty without one. */
  readonly title: string;
}

export interface WorkspaceState {
  readonly state: WorkspaceStateName;
  /** What to say above the figures; empty when there is nothing to say. */
  readonly message: string;
  readonly match: MatchReport | null;
}

export function workspaceState(facts: WorkspaceFacts, locale: string): WorkspaceState {
  const state = stateOf(facts);
  return { state, message: messageOf(state, facts, locale), match: facts.match ?? null };
}

function stateOf({ isIndexed, isEmpty, match }: WorkspaceFacts): WorkspaceStateName {
  if (!isIndexed) {
    return "reading";
  }
  if (isEmpty) {
    return "noSources";
  }
  return match === undefined ? "noLog" : match.isLittle ? "noMatch" : "ready";
}

function messageOf(state: WorkspaceStateName, { match, title }: WorkspaceFacts, locale: string): string {
  if (match === undefined || state === "reading" || match.all === 0) {
    return "";
  }
  if (state === "noSources") {
    return t("match.noSources", { title });
  }
  const elsewhere =
    match.elsewhere === 0
      ? []
      : [t("match.elsewhere", { count: formatCount(match.elsewhere, locale), ...share(match, locale) })];
  return [...(state === "noMatch" ? [matchText(match, locale)] : []), ...elsewhere].join(" ");
}

/** `3 of 153 functions of the log are in this workspace. Their modules are not: …` */
export function matchText(match: MatchReport, locale: string): string {
  const found = t(match.of === "functions" ? "match.functions" : "match.kinds", share(match, locale));
  return match.reason === undefined ? found : `${found} ${t(`match.${match.reason}`)}`;
}

function share({ matched, all }: MatchReport, locale: string): Record<"matched" | "all", string> {
  return { matched: formatCount(matched, locale), all: formatCount(all, locale) };
}
