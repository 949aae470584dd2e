// What a hover over a source says: all figures of the function or branch at a place, and what they do not say.
import type { Position, Range } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { RunModel } from "../../model/runModel.ts";
import type { SymbolLookup } from "../../quartz/symbolIndex.ts";
import type { Comparison } from "../diff/comparison.ts";
import { goneHoverAt } from "../diff/goneHover.ts";
import { calledFunction, calledNameAt } from "./calledFunction.ts";
import { handlerText } from "./handlerText.ts";
import { figuresOfEntry, figuresOnLine, type HoverFigures, isEmpty, nameAt } from "./hoverFigures.ts";
import type { HoverLinks } from "./hoverLinks.ts";
import { subjectText } from "./subjectText.ts";

export interface SourceHoverSource {
  readonly uri: string;
  readonly model: RunModel;
  readonly attribution: Attribution;
  /** With the pinned baseline. */
  readonly comparison?: Comparison | undefined;
  /** What names mean in this file. */
  readonly index: SymbolLookup;
  /** Of this file. */
  readonly module: string;
  /** The text of a 0-based line, without its end. */
  readonly line: (line: number) => string;
  readonly links: HoverLinks;
  readonly locale: string;
}

export interface SourceHover {
  readonly range: Range;
  readonly markdown: string;
}

/** How many figures one hover tells before it only counts them. */
const MAX_FIGURES = 6;

/** Undefined where nothing with a figure stands. */
export function sourceHoverAt(source: SourceHoverSource, position: Position): SourceHover | undefined {
  const found = figuresAt(source, position);
  return found === undefined
    ? goneHoverAt(source, position)
    : { range: found.range, markdown: markdownOf(found.figures, source) };
}

interface Found {
  readonly figures: HoverFigures;
  readonly range: Range;
}

/** A name comes before the rest of the line that it stands on. */
function figuresAt(source: SourceHoverSource, position: Position): Found | undefined {
  const { uri, attribution } = source;
  const file = attribution.byFile.get(uri);
  const onLine = figuresOnLine(file, position.line);
  const name = nameAt(file, position);
  if (name !== undefined) {
    return { figures: onLine, range: name };
  }
  return (
    figuresOfCall(source, position) ?? (isEmpty(onLine) ? undefined : wholeLine(onLine, source, position))
  );
}

function figuresOfCall(source: SourceHoverSource, { line, character }: Position): Found | undefined {
  const called = calledNameAt(source.line(line), character);
  const entry = called && calledFunction(called, source.module, source.index);
  if (called === undefined || entry === undefined) {
    return undefined;
  }
  const figures = figuresOfEntry(source.attribution, entry);
  const range = { start: { line, character: called.from }, end: { line, character: called.to } };
  return isEmpty(figures) ? undefined : { figures, range };
}

/** From the first character of the line to its last; undefined beside them. */
function wholeLine(
  figures: HoverFigures,
  source: SourceHoverSource,
  { line, character }: Position,
): Found | undefined {
  const text = source.line(line);
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  const range = { start: { line, character: from }, end: { line, character: to } };
  return from <= character && character <= to ? { figures, range } : undefined;
}

function markdownOf({ subjects, handlers }: HoverFigures, source: SourceHoverSource): string {
  const all = [
    ...subjects.map(
      ({ entry, figure }) =>
        () =>
          subjectText(entry, figure, source),
    ),
    ...handlers.map((figure) => () => handlerText(figure, source)),
  ];
  const further = all.length - MAX_FIGURES;
  return [
    ...all.slice(0, MAX_FIGURES).map((text) => text().join("\n\n")),
    ...(further > 0 ? [t("hover.further", { count: further })] : []),
  ].join("\n\n---\n\n");
}
