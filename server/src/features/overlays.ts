// Heat marks, the tree and the hot spots: what a client draws around the source.
import type { Connection, Disposable } from "vscode-languageserver";
import { growthTree } from "#core/view/growthTree";
import { heatMarksOf } from "#core/view/heatMarks";
import { hotSpotsOf } from "#core/view/hotSpots";
import { handle } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerOverlays(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.heat,
      handle(console, [], async ({ uri }) => {
        await state.indexed;
        const profile = state.profiles.current;
        const figures = profile?.file(uri);
        return profile === undefined || figures === undefined ? [] : heatMarksOf(figures, profile.scales);
      }),
    ),
    connection.onRequest(
      protocol.growth,
      handle(console, [], async ({ order }) => {
        await state.indexed;
        const profile = state.profiles.current;
        return profile === undefined
          ? []
          : growthTree(profile.model, profile.attribution, order, state.locale);
      }),
    ),
    connection.onRequest(
      protocol.hotSpots,
      handle(console, [], async () => {
        await state.indexed;
        const profile = state.profiles.current;
        return profile === undefined ? [] : hotSpotsOf(profile.attribution);
      }),
    ),
  ];
}
