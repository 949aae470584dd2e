// The baseline's figures that the shown run has nothing for: what is gone, or no longer large enough to be printed.
import type { Attribution, FileFigures, HandlerFigure, SubjectFigure } from "../../model/attribution.ts";
import type { RunDiff } from "../../model/compare/runDiff.ts";

/** @param base attribution of the baseline */
export function goneFigures(base: Attribution, diff: RunDiff): Attribution {
  const functions = new Set(goneKeys(diff.functions));
  const kinds = new Set(diff.kinds.filter(isGone).map((kind) => `${kind.dispatcher}\n${keyOf(kind)}`));
  const subjects = new Map(
    base.subjects.flatMap((figure): (readonly [SubjectFigure, SubjectFigure])[] => {
      const charges = figure.charges.filter((charge) => !charge.absurd && functions.has(keyOf(charge)));
      return charges.length === 0 ? [] : [[figure, { ...figure, charges }]];
    }),
  );
  const handlers = new Set(
    base.handlers.filter(({ kind }) => !kind.absurd && kinds.has(`${kind.dispatcher}\n${keyOf(kind)}`)),
  );
  const byFile = [...base.byFile].map(
    ([uri, figures]) => [uri, goneOfFile(figures, subjects, handlers)] as const,
  );
  return {
    since: base.since,
    subjects: [...subjects.values()],
    handlers: [...handlers],
    byFile: new Map(byFile),
  };
}

function goneOfFile(
  { subjects, branches, handlers }: FileFigures,
  goneSubjects: ReadonlyMap<SubjectFigure, SubjectFigure>,
  goneHandlers: ReadonlySet<HandlerFigure>,
): FileFigures {
  return {
    subjects: subjects.flatMap(({ entry, figure }) => {
      const gone = goneSubjects.get(figure);
      return gone === undefined ? [] : [{ entry, figure: gone }];
    }),
    branches: branches.filter(({ figure }) => goneHandlers.has(figure)),
    handlers: handlers.filter(({ figure }) => goneHandlers.has(figure)),
  };
}

interface Fated {
  readonly name: string;
  readonly phase: string | undefined;
  readonly fate: string;
}

function goneKeys(figures: readonly Fated[]): readonly string[] {
  return figures.filter(isGone).map(keyOf);
}

function isGone({ fate }: Fated): boolean {
  return fate === "gone";
}

function keyOf({ name, phase }: Pick<Fated, "name" | "phase">): string {
  return `${phase ?? ""}\n${name}`;
}
