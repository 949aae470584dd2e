// The chart's columns, and the ways between a frame and its source.
import type { CancellationToken, Connection, Disposable, Location } from "vscode-languageserver";
import { containsLine } from "#core/base/range";
import { t } from "#core/base/text";
import type { HandlerFigure } from "#core/model/attribution";
import { comparisonNotes, differenceLines } from "#core/view/diff/statusDiff";
import type { Family } from "#core/view/family";
import { encodeFlameBlock } from "#core/view/flameBlock";
import type { FigureTarget } from "#core/view/lenses";
import { handle, handle0, sourcesReady } from "../handle.ts";
import type { Profile } from "../profileStore.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

export function registerFlame(connection: Connection, state: ServerState): readonly Disposable[] {
  const { console } = connection;
  const profile = async (token: CancellationToken): Promise<Profile | undefined> => {
    await sourcesReady(state, token);
    return state.profiles.current;
  };
  const ask = <P, R>(work: (params: P, profile: Profile) => R | null) =>
    handle<P, R | null>(console, null, async (params, token) => {
      const current = await profile(token);
      return current === undefined ? null : work(params, current);
    });
  return [
    connection.onRequest(
      protocol.flame,
      handle0<protocol.Flame | null>(console, null, async (token) => {
        const current = await profile(token);
        return current === undefined ? null : flameAnswer(current, state);
      }),
    ),
    connection.onRequest(protocol.frameSource, ask(frameSource)),
    connection.onRequest(protocol.frameOf, ask(frameOf)),
    connection.onRequest(protocol.frameAt, ask(frameAt)),
  ];
}

function flameAnswer({ flame, generation, model, comparison }: Profile, state: ServerState): protocol.Flame {
  const span = model.spans[model.kinds[0]?.span ?? -1];
  const title = flame.columns.strings[flame.columns.name[0] ?? 0] ?? "";
  return {
    generation,
    title: comparison === undefined ? title : t("baseline.chart", { title, baseline: comparison.title }),
    differences:
      comparison === undefined
        ? []
        : [...comparisonNotes(comparison), ...differenceLines(comparison, state.locale)],
    block: state.host.encodeBase64(encodeFlameBlock(flame.columns)),
    strings: flame.columns.strings,
    overlapping: flame.overlapping,
    netBytes: span?.deltaBytes ?? null,
  };
}

function frameSource({ generation, frame }: protocol.FrameRef, profile: Profile): Location | null {
  if (generation !== profile.generation) {
    return null;
  }
  const { columns } = profile.flame;
  const handler = profile.attribution.handlers[frame - columns.start.length];
  if (handler !== undefined) {
    return handlerLocation(handler);
  }
  const name = columns.strings[columns.name[frame] ?? -1];
  const entry = profile.attribution.subjects.find((figure) => figure.name === name)?.entry;
  return entry === undefined ? null : { uri: entry.uri, range: entry.symbol.nameRange };
}

/** The handler does the work, so it comes before the branch that calls it. */
function handlerLocation({ handlers: [handler], branches: [place] }: HandlerFigure): Location | null {
  if (handler !== undefined) {
    return { uri: handler.uri, range: handler.symbol.nameRange };
  }
  return place === undefined ? null : { uri: place.uri, range: place.branch.range };
}

function frameOf(
  target: FigureTarget,
  { flame, generation, attribution }: Profile,
): protocol.FrameRef | null {
  if (target.family === "subject") {
    const frame = flame.frameOfName.get(target.name);
    return frame === undefined ? null : { generation, frame };
  }
  const index = attribution.handlers.findIndex(({ kind }) => kind.row === target.row);
  return index < 0 ? null : { generation, frame: flame.columns.start.length + index };
}

function frameAt(
  { uri, position, family }: protocol.FrameAtParams,
  profile: Profile,
): protocol.FrameRef | null {
  const target = targetAt(profile, uri, position.line, family);
  return target === undefined ? null : frameOf(target, profile);
}

/** The innermost figure whose source holds the line; compiler code before a compiled function when both do. */
function targetAt(profile: Profile, uri: string, line: number, family?: Family): FigureTarget | undefined {
  const figures = profile.file(uri);
  if (figures === undefined) {
    return undefined;
  }
  const branch = figures.branches.find((candidate) => containsLine(candidate.branch.range, line));
  const handler = figures.handlers.find((candidate) => containsLine(candidate.entry.symbol.range, line));
  const subject = figures.subjects.find((candidate) => containsLine(candidate.entry.symbol.range, line));
  const row = (branch ?? handler)?.figure.kind.row;
  if (row !== undefined && family !== "subject") {
    return { family: "handler", row };
  }
  return subject && { family: "subject", name: subject.figure.name };
}
