// Heat marks and the hot spots: what a client draws around the source.
import type { Connection, Disposable } from "vscode-languageserver";
import type { FileFigures } from "#core/model/attribution";
import { fileScalesOf, type HeatMark, heatMarksOf } from "#core/view/heatMarks";
import { type HotSpot, hotSpotsOf } from "#core/view/hotSpots";
import { chooseFigures } from "#core/view/lensChoice";
import { handle, handle0, sourcesReady } from "../handle.ts";
import type { Profile } from "../profileStore.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";
import type { Settings } from "../settings.ts";

export function registerOverlays(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  return [
    connection.onRequest(
      protocol.heat,
      handle<{ readonly uri: string }, protocol.Heat>(console, NO_HEAT, async ({ uri }, token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        const figures = profile?.file(uri);
        const version = state.sources.versionOf(uri) ?? null;
        return { version, marks: profile && figures ? marksOf(figures, profile, state.settings) : [] };
      }),
    ),
    connection.onRequest(
      protocol.hotSpots,
      handle0<readonly HotSpot[]>(console, [], async (token) => {
        await sourcesReady(state, token);
        const profile = state.profiles.current;
        return profile === undefined ? [] : hotSpotsOf(profile.attribution);
      }),
    ),
  ];
}

function marksOf(figures: FileFigures, profile: Profile, settings: Settings): readonly HeatMark[] {
  const { scope, curve } = settings.heat;
  const scales = scope === "file" ? fileScalesOf(figures) : profile.scales;
  return heatMarksOf(chooseFigures(figures, profile.attribution, settings), scales, curve);
}

const NO_HEAT: protocol.Heat = { version: null, marks: [] };
