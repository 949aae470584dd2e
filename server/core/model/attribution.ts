// Stage: run model × symbol index → attribution. Names become places in the source; what has no place stays listed.
import { groupBy } from "../base/group.ts";
import { type Resolution, resolveName } from "../quartz/resolveName.ts";
import type { DispatchBranch } from "../quartz/source.ts";
import type { IndexEntry, SymbolIndex } from "../quartz/symbolIndex.ts";
import type { Charge } from "./charges.ts";
import { type BranchPlace, branchesByKind } from "./dispatchers.ts";
import type { KindFigure } from "./kindFigures.ts";
import type { RunModel } from "./runModel.ts";

/**
 * Is the code still what it was when the run was made? `unknown` where nothing is remembered of that time; `gone` where the
 * name was there and is no more.
 */
export type Drift = "unknown" | "same" | "changed" | "gone";

/** A compiled function: growth while the compiler worked on its body. */
export interface SubjectFigure {
  readonly name: string;
  readonly resolution: Resolution;
  /** Undefined when the name is ambiguous, unknown or the runtime's. */
  readonly entry: IndexEntry | undefined;
  /** In phase order. */
  readonly charges: readonly Charge[];
  readonly drift: Drift;
}

/** Compiler code: inclusive growth inside the handler of a node kind. */
export interface HandlerFigure {
  readonly kind: KindFigure;
  /** Where the dispatcher tests for the kind. */
  readonly branches: readonly BranchPlace[];
  /** The functions that those branches hand the node to. */
  readonly handlers: readonly IndexEntry[];
  /** Of the handlers and branches together: changed when one of them is. */
  readonly drift: Drift;
}

/** All figures of one file, for lenses and marks. */
export interface FileFigures {
  readonly subjects: readonly { readonly entry: IndexEntry; readonly figure: SubjectFigure }[];
  readonly branches: readonly { readonly branch: DispatchBranch; readonly figure: HandlerFigure }[];
  readonly handlers: readonly { readonly entry: IndexEntry; readonly figure: HandlerFigure }[];
}

export interface Attribution {
  readonly subjects: readonly SubjectFigure[];
  readonly handlers: readonly HandlerFigure[];
  readonly byFile: ReadonlyMap<string, FileFigures>;
}

export function attribute(model: RunModel, index: SymbolIndex): Attribution {
  const subjects = subjectsOf(model, index);
  const handlers = handlersOf(model, index);
  return { subjects, handlers, byFile: byFile(subjects, handlers) };
}

function subjectsOf(model: RunModel, index: SymbolIndex): readonly SubjectFigure[] {
  const byName = groupBy(model.charges, (charge) => charge.name);
  return [...byName].map(([name, charges]) => {
    const resolution = resolveName(index, name);
    const entry = "entry" in resolution ? resolution.entry : undefined;
    return { name, resolution, entry, charges, drift: "unknown" };
  });
}

function handlersOf(model: RunModel, index: SymbolIndex): readonly HandlerFigure[] {
  if (model.kinds.length === 0) {
    return [];
  }
  const places = branchesByKind(index);
  return model.kinds.map((kind) => {
    const found = places(kind.dispatcher, kind.name);
    const handlers = found.flatMap((place) => (place.handler === undefined ? [] : [place.handler]));
    return { kind, branches: found, handlers: [...new Set(handlers)], drift: "unknown" };
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
