// Heat marks, the tree and the hot spots: what a client draws around the source.
import type { Connection, Disposable } from "vscode-languageserver";
import type { GrowthRow, SortOrder } from "#core/view/growthRow";
import { growthTree } from "#core/view/growthTree";
import { heatMarksOf } from "#core/view/heatMarks";
import { type HotSpot, hotSpotsOf } from "#core/view/hotSpots";
import { handle, handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerOverlays(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.heat,
      handle<{ readonly uri: string }, protocol.Heat>(console, NO_HEAT, async ({ uri }) => {
        await state.indexed;
        const profile = state.profiles.current;
        const figures = profile?.file(uri);
        const version = state.sources.versionOf(uri) ?? null;
        const marks =
          profile === undefined || figures === undefined ? [] : heatMarksOf(figures, profile.scales);
        return { version, marks };
      }),
    ),
    connection.onRequest(
      protocol.growth,
      handle<{ readonly order: SortOrder }, readonly GrowthRow[]>(console, [], async ({ order }) => {
        await state.indexed;
        const profile = state.profiles.current;
        return profile === undefined
          ? []
          : growthTree(profile.model, profile.attribution, order, state.locale);
      }),
    ),
    connection.onRequest(
      protocol.hotSpots,
      handle0<readonly HotSpot[]>(console, [], async () => {
        await state.indexed;
        const profile = state.profiles.current;
        return profile === undefined ? [] : hotSpotsOf(profile.attribution);
      }),
    ),
  ];
}

const NO_HEAT: protocol.Heat = { version: null, marks: [] };
