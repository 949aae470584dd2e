// Stage: run model × symbol index → attribution. Names become places in the source; what has no place stays listed.
import { groupBy } from "../base/group.ts";
import { type Resolution, resolveName } from "../quartz/resolveName.ts";
import type { DispatchBranch } from "../quartz/source.ts";
import type { IndexEntry, SymbolLookup } from "../quartz/symbolIndex.ts";
import type { Charge } from "./charges.ts";
import { type BranchPlace, branchesByKind } from "./dispatchers.ts";
import { type Drift, type LastSeen, type Memory, UNKNOWN } from "./drift.ts";
import type { KindFigure } from "./kindFigures.ts";
import type { RunModel } from "./runModel.ts";
import type { SnapshotTaken } from "./snapshot.ts";

export type { Drift } from "./drift.ts";

/** A compiled function: growth while the compiler worked on its body. */
export interface SubjectFigure {
  readonly name: string;
  readonly resolution: Resolution;
  /** Undefined when the name is ambiguous, unknown or the runtime's. */
  readonly entry: IndexEntry | undefined;
  /** In phase order. */
  readonly charges: readonly Charge[];
  readonly drift: Drift;
  /** What `drift` counts from; undefined when it is unknown. */
  readonly since: SnapshotTaken | undefined;
  /** Where the function was; undefined unless it is gone. */
  readonly lastSeen: LastSeen | undefined;
}

/** Compiler code: inclusive growth inside the handler of a node kind. */
export interface HandlerFigure {
  readonly kind: KindFigure;
  /** Where the dispatcher tests for the kind. */
  readonly branches: readonly BranchPlace[];
  /** The functions that those branches hand the node to. */
  readonly handlers: readonly IndexEntry[];
  /** Of the handlers and branches together: changed when one of them is, gone when there is no branch any more. */
  readonly drift: Drift;
  /** What `drift` counts from; undefined when it is unknown. */
  readonly since: SnapshotTaken | undefined;
  /** Where the branch was; undefined unless it is gone. */
  readonly lastSeen: LastSeen | undefined;
}

/** All figures of one file, for lenses and marks. */
export interface FileFigures {
  readonly subjects: readonly { readonly entry: IndexEntry; readonly figure: SubjectFigure }[];
  readonly branches: readonly { readonly branch: DispatchBranch; readonly figure: HandlerFigure }[];
  readonly handlers: readonly { readonly entry: IndexEntry; readonly figure: HandlerFigure }[];
}

export interface Attribution {
  /** What `drift` of the figures counts from; undefined when nothing is remembered. */
  readonly since: SnapshotTaken | undefined;
  readonly subjects: readonly SubjectFigure[];
  readonly handlers: readonly HandlerFigure[];
  readonly byFile: ReadonlyMap<string, FileFigures>;
}

/** @param memory what the code was like when the figures were made, as far as that is known */
export function attribute(model: RunModel, index: SymbolLookup, memory?: Memory): Attribution {
  const since = memory?.taken;
  const subjects = subjectsOf(model, index, memory);
  const handlers = handlersOf(model, index, memory);
  return { since, subjects, handlers, byFile: byFile(subjects, handlers) };
}

function subjectsOf(
  model: RunModel,
  index: SymbolLookup,
  memory: Memory | undefined,
): readonly SubjectFigure[] {
  const byName = groupBy(model.charges, (charge) => charge.name);
  return [...byName].map(([name, charges]) => {
    const placed = memory?.subject(index, name) ?? { resolution: resolveName(index, name), ...UNKNOWN };
    const entry = "entry" in placed.resolution ? placed.resolution.entry : undefined;
    return { name, entry, charges, ...placed };
  });
}

function handlersOf(
  model: RunModel,
  index: SymbolLookup,
  memory: Memory | undefined,
): readonly HandlerFigure[] {
  if (model.kinds.length === 0) {
    return [];
  }
  const places = branchesByKind(index);
  return model.kinds.map((kind) => {
    const found = places(kind.dispatcher, kind.name);
    const handlers = found.flatMap((place) => (place.handler === undefined ? [] : [place.handler]));
    const drift = memory?.handler(index, kind, found) ?? UNKNOWN;
    return { kind, branches: found, handlers: [...new Set(handlers)], ...drift };
  });
}

interface Building {
  readonly subjects: FileFigures["subjects"][number][];
  readonly branches: FileFigures["branches"][number][];
  readonly handlers: FileFigures["handlers"][number][];
}

function byFile(
  subjects: readonly SubjectFigure[],
  handlers: readonly HandlerFigure[],
): ReadonlyMap<string, FileFigures> {
  const files = new Map<string, Building>();
  const at = (uri: string): Building => {
    const known = files.get(uri) ?? { subjects: [], branches: [], handlers: [] };
    files.set(uri, known);
    return known;
  };
  for (const figure of subjects) {
    if (figure.entry !== undefined) {
      at(figure.entry.uri).subjects.push({ entry: figure.entry, figure });
    }
  }
  for (const figure of handlers) {
    for (const { uri, branch } of figure.branches) {
      at(uri).branches.push({ branch, figure });
    }
    for (const entry of figure.handlers) {
      at(entry.uri).handlers.push({ entry, figure });
    }
  }
  return files;
}
