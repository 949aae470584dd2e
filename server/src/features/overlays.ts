// Heat marks, the tree and the hot spots: what a client draws around the source.
import type { Connection, Disposable } from "vscode-languageserver";
import type { GrowthRow, SortOrder } from "#core/view/growthRow";
import { growthTree } from "#core/view/growthTree";
import { type HeatMark, heatMarksOf } from "#core/view/heatMarks";
import { type HotSpot, hotSpotsOf } from "#core/view/hotSpots";
import { handle, handle0 } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerOverlays(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.heat,
      handle<{ readonly uri: string }, readonly HeatMark[]>(console, [], async ({ uri }) => {
        await state.indexed;
        const profile = state.profiles.current;
        const figures = profile?.file(uri);
        return profile === undefined || figures === undefined ? [] : heatMarksOf(figures, profile.scales);
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
