// Heat marks and the hot spots: what a client draws around the source.
import type { Connection, Disposable } from "vscode-languageserver";
import type { Comparison } from "#core/view/diff/comparison";
import { diffWeights, withGone } from "#core/view/diff/diffMarks";
import { fileScalesOf, heatMarksOf, heatScalesOf } from "#core/view/heatMarks";
import { type HotSpot, hotSpotsOf } from "#core/view/hotSpots";
import { chooseFigures } from "#core/view/lensChoice";
import type { HeatMark } from "#core/view/markAreas";
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
        const version = state.sources.versionOf(uri) ?? null;
        const compared = state.baseline.pinned !== undefined;
        return {
          ...{ version, compared },
          marks: profile === undefined ? [] : marksOf(uri, profile, state.settings),
        };
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

function marksOf(uri: string, profile: Profile, settings: Settings): readonly HeatMark[] {
  const { attribution, comparison } = profile;
  const figures = profile.file(uri);
  if (comparison !== undefined) {
    return differenceMarks(uri, profile, comparison, settings);
  }
  if (figures === undefined) {
    return [];
  }
  const { scope, curve } = settings.heat;
  const scales = scope === "file" ? fileScalesOf(figures) : profile.scales;
  return heatMarksOf(chooseFigures(figures, attribution, settings), scales, curve);
}

function differenceMarks(
  uri: string,
  { attribution, file }: Profile,
  comparison: Comparison,
  settings: Settings,
): readonly HeatMark[] {
  const figures = withGone(file(uri), comparison.goneIn(uri));
  const all = {
    subjects: [...attribution.subjects, ...comparison.gone.subjects],
    handlers: [...attribution.handlers, ...comparison.gone.handlers],
  };
  const { scope, curve } = settings.heat;
  const weights = diffWeights(comparison);
  const scales = scope === "file" ? fileScalesOf(figures, weights) : heatScalesOf(all, weights);
  return heatMarksOf(chooseFigures(figures, all, settings), scales, curve, weights);
}

const NO_HEAT: protocol.Heat = { version: null, compared: false, marks: [] };
