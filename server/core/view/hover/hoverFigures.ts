// Which figures a hover is about: those of the declaration or branch whose head is on the line.
import type { Position, Range } from "../../base/range.ts";
import type { Attribution, FileFigures, HandlerFigure, SubjectFigure } from "../../model/attribution.ts";
import type { IndexEntry } from "../../quartz/symbolIndex.ts";

export interface HoverFigures {
  readonly subjects: readonly { readonly entry: IndexEntry; readonly figure: SubjectFigure }[];
  readonly handlers: readonly HandlerFigure[];
}

const NONE: HoverFigures = { subjects: [], handlers: [] };

/** Figures of the functions, handlers and branches whose head line, the one with the lens, is `line`. */
export function figuresOnLine(file: FileFigures | undefined, line: number): HoverFigures {
  if (file === undefined) {
    return NONE;
  }
  const handlers = [
    ...file.branches.filter(({ branch }) => branch.range.start.line === line),
    ...file.handlers.filter(({ entry }) => headOf(entry) === line),
  ];
  return {
    subjects: file.subjects.filter(({ entry }) => headOf(entry) === line),
    handlers: [...new Set(handlers.map(({ figure }) => figure))],
  };
}

/** Figures of one function, wherever it is declared. */
export function figuresOfEntry({ byFile }: Attribution, entry: IndexEntry): HoverFigures {
  const { uri, symbol } = entry;
  const isIt = (other: { readonly entry: IndexEntry }): boolean =>
    other.entry.symbol.nameRange.start.line === symbol.nameRange.start.line &&
    other.entry.symbol.name === symbol.name;
  const file = byFile.get(uri);
  return file === undefined
    ? NONE
    : {
        subjects: file.subjects.filter(isIt),
        handlers: file.handlers.filter(isIt).map(({ figure }) => figure),
      };
}

/** The name under the position, where that is the name of one of the functions. */
export function nameAt(file: FileFigures | undefined, { line, character }: Position): Range | undefined {
  return [...(file?.subjects ?? []), ...(file?.handlers ?? [])]
    .map(({ entry }) => entry.symbol.nameRange)
    .find(
      ({ start, end }) => start.line === line && start.character <= character && character <= end.character,
    );
}

export function isEmpty({ subjects, handlers }: HoverFigures): boolean {
  return subjects.length === 0 && handlers.length === 0;
}

function headOf({ symbol }: IndexEntry): number {
  return symbol.nameRange.start.line;
}
