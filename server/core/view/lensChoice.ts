// Which figures a source shows. Only lenses and marks are chosen: ranks, shares, scales and remainders are those of all.
import { Largest } from "../base/largest.ts";
import { MEBIBYTE } from "../base/units.ts";
import type { Attribution, FileFigures, HandlerFigure, SubjectFigure } from "../model/attribution.ts";

export interface FigureChoice {
  /** So many of each family, those that grew most in the run; 0 for all. */
  readonly top: number;
  /** Least size of a growth or release, in MB; 0 for all. */
  readonly minimumMegabytes: number;
}

/** The figures of one file that are to be seen. What cannot be true is, whatever its size. */
export function chooseFigures(
  figures: FileFigures,
  { subjects, handlers }: Pick<Attribution, "subjects" | "handlers">,
  choice: FigureChoice,
): FileFigures {
  const showsSubject = chooser(subjects, choice, subjectValues, ({ charges }) =>
    charges.some(({ absurd }) => absurd),
  );
  const showsHandler = chooser(handlers, choice, handlerValues, ({ kind }) => kind.absurd);
  return {
    subjects: figures.subjects.filter(({ figure }) => showsSubject(figure)),
    branches: figures.branches.filter(({ figure }) => showsHandler(figure)),
    handlers: figures.handlers.filter(({ figure }) => showsHandler(figure)),
  };
}

/** @param valuesOf signed bytes of what can be true */
function chooser<T>(
  all: readonly T[],
  { top, minimumMegabytes }: FigureChoice,
  valuesOf: (figure: T) => readonly number[],
  isAbsurd: (figure: T) => boolean,
): (figure: T) => boolean {
  const minimumBytes = minimumMegabytes * MEBIBYTE;
  const growth = (figure: T): number => Math.max(Number.NEGATIVE_INFINITY, ...valuesOf(figure));
  const isTop = top === 0 ? undefined : new Set(largestOf(all, top, growth));
  return (figure) =>
    isAbsurd(figure) ||
    ((isTop?.has(figure) ?? true) && valuesOf(figure).some((bytes) => Math.abs(bytes) >= minimumBytes));
}

function largestOf<T>(all: readonly T[], size: number, weightOf: (item: T) => number): readonly T[] {
  const largest = new Largest(size, weightOf);
  for (const item of all) {
    largest.add(item);
  }
  return largest.items;
}

function subjectValues({ charges }: SubjectFigure): readonly number[] {
  return charges.filter(({ absurd }) => !absurd).map(({ deltaBytes }) => deltaBytes);
}

function handlerValues({ kind }: HandlerFigure): readonly number[] {
  return kind.absurd ? [] : [kind.totalBytes];
}
