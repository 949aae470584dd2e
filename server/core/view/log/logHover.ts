// What a hover over a log says: of function names, node kinds, phases and source places, and of nothing else.

import type { Range } from "../../base/range.ts";
import { functionText, resolutionText } from "./hoverFunction.ts";
import { handlingText, kindText } from "./hoverKind.ts";
import { phaseParagraphs } from "./hoverPhase.ts";
import { probeText, sourceTitle } from "./hoverProbe.ts";
import { type HoverSource, placeText, titleText } from "./hoverSource.ts";
import { figuresAt, type LineFigure } from "./lineFigures.ts";
import { fileName, targetsOf } from "./logSources.ts";
import { type LogWord, wordAt, wordRange } from "./logWords.ts";

export interface LogHover {
  /** The word that it is about. */
  readonly range: Range;
  readonly markdown: string;
}

/** Undefined where nothing with a figure stands. */
export function hoverAt(source: HoverSource, line: number, character: number): LogHover | undefined {
  const word = wordAt(source.lines.at(line), character);
  if (word === undefined) {
    return undefined;
  }
  const paragraphs = paragraphsOf(word, figuresAt(source.log, line), source);
  return paragraphs.length === 0
    ? undefined
    : { range: wordRange(line, word), markdown: paragraphs.join("\n\n") };
}

function paragraphsOf(word: LogWord, figures: readonly LineFigure[], source: HoverSource): readonly string[] {
  switch (word.type) {
    case "function": {
      const text = figures.flatMap((figure) => functionText(word.name, figure, source));
      return text.length === 0 ? [] : [...text, ...resolutionText(word.name, source)];
    }
    case "kind": {
      const meaning = source.sources.kind(word);
      const text = figures.flatMap((figure) => kindText(meaning, figure, source));
      return text.length === 0 ? [] : [...text, ...handlingText(meaning)];
    }
    case "phase":
      return figures.flatMap((figure) =>
        figure.type === "phase" && figure.phase.name === word.name
          ? phaseParagraphs(figure.run, figure.phase, source)
          : [],
      );
    case "place":
      return figures.flatMap((figure) => sourceParagraphs(word, figure, source));
  }
}

function sourceParagraphs(
  word: Extract<LogWord, { type: "place" }>,
  figure: LineFigure,
  source: HoverSource,
): readonly string[] {
  const title = figure.type === "probe" ? sourceTitle(figure.place) : undefined;
  if (figure.type !== "probe" || title === undefined) {
    return [];
  }
  const { file, line } = word.source;
  const targets = targetsOf(word, source.sources).map((target) => placeText(fileName(target.uri), target));
  return [titleText(`${file}:${line + 1}`, title), ...probeText(figure, source), ...targets];
}
