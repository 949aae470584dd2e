// The figure at a line of a source.
import { containsLine, type Range } from "../base/range.ts";
import type { FileFigures } from "../model/attribution.ts";
import type { Family } from "./family.ts";
import type { FigureTarget } from "./lenses.ts";

/**
 * The innermost figure whose code holds the line (0-based). Where one function is both compiled and compiler code, the
 * latter unless `prefer` says otherwise.
 */
export function figureAt(
  figures: FileFigures,
  line: number,
  prefer: Family = "handler",
): FigureTarget | undefined {
  const branch = innermost(figures.branches, line, ({ branch }) => branch.range);
  const handler = innermost(figures.handlers, line, ({ entry }) => entry.symbol.range);
  const subject = innermost(figures.subjects, line, ({ entry }) => entry.symbol.range);
  const compiled = prefer === "subject" && branch === undefined && subject !== undefined;
  const row = compiled ? undefined : (branch ?? handler)?.figure.kind.row;
  return row === undefined
    ? subject && { family: "subject", name: subject.figure.name }
    : { family: "handler", row };
}

function innermost<T>(items: readonly T[], line: number, rangeOf: (item: T) => Range): T | undefined {
  let found: T | undefined;
  for (const item of items) {
    const range = rangeOf(item);
    if (containsLine(range, line) && (found === undefined || height(range) < height(rangeOf(found)))) {
      found = item;
    }
  }
  return found;
}

function height({ start, end }: Range): number {
  return end.line - start.line;
}
