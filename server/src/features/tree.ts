// The tree, a level at a time; the way down to a figure; and what stands beside files.
import type { Connection, Disposable } from "vscode-languageserver";
import { figureAt } from "#core/view/figureAt";
import { type GrowthFiles, growthFiles } from "#core/view/growthFiles";
import type { FigureTarget } from "#core/view/lenses";
import { levelRows, pathTo } from "#core/view/tree/treeLevel";
import { handle, handle0, sourcesReady } from "../handle.ts";
import type { Profile } from "../profileStore.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import { TreeStore } from "../treeStore.ts";

export function registerTree(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  const store = new TreeStore(state);
  return [
    connection.onRequest(
      protocol.growth,
      handle<protocol.GrowthParams, protocol.GrowthAnswer>(console, NO_ROWS, async (params, token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        if (profile === undefined) {
          return NO_ROWS;
        }
        const tree = store.tree(profile, params.options);
        return { rows: levelRows(tree, params.parent, params.limit), hidden: tree.hidden };
      }),
    ),
    connection.onRequest(
      protocol.growthPath,
      handle<protocol.GrowthPathParams, protocol.GrowthPath | null>(console, null, async (params, token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        const target = profile && targetOf(profile, params.of);
        return profile === undefined || target === undefined
          ? null
          : { steps: pathTo(store.tree(profile, params.options), target) ?? [] };
      }),
    ),
    connection.onRequest(
      protocol.growthFiles,
      handle0<GrowthFiles | null>(console, null, async (token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        return profile === undefined
          ? null
          : growthFiles(profile.attribution, profile.scales, state.locale, state.settings.heat.curve);
      }),
    ),
  ];
}

function targetOf(profile: Profile, of: protocol.GrowthPathParams["of"]): FigureTarget | undefined {
  if ("family" in of) {
    return of;
  }
  const figures = profile.file(of.uri);
  return figures && figureAt(figures, of.line, of.prefer);
}

const NO_ROWS: protocol.GrowthAnswer = { rows: [], hidden: 0 };
