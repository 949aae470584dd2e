// The hover of what the baseline alone has a figure for.
import type { Position } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import { figuresOnLine, isEmpty, nameAt } from "../hover/hoverFigures.ts";
import type { SourceHover, SourceHoverSource } from "../hover/sourceHover.ts";
import { inlineCode } from "../markdown.ts";
import { hoverDiff } from "./hoverDiff.ts";

/** Over the name of a function, and over the head line of a branch. */
export function goneHoverAt(
  { uri, comparison, locale, line }: SourceHoverSource,
  position: Position,
): SourceHover | undefined {
  const file = comparison?.goneIn(uri);
  const figures = figuresOnLine(file, position.line);
  if (comparison === undefined || isEmpty(figures)) {
    return undefined;
  }
  const texts = [
    ...figures.subjects.map(({ figure }) => [
      `${inlineCode(figure.name)} · ${t("logFile.function")}`,
      ...hoverDiff(
        figure.charges.map((charge) => comparison.ofCharge(charge)),
        "function",
        comparison,
        locale,
      ),
    ]),
    ...figures.handlers.map(({ kind }) => [
      inlineCode(kind.name),
      ...hoverDiff([comparison.ofKind(kind)], "kind", comparison, locale),
    ]),
  ];
  const end = line(position.line).trimEnd().length;
  const whole = { start: { ...position, character: 0 }, end: { ...position, character: end } };
  return {
    range: nameAt(file, position) ?? whole,
    markdown: texts.map((paragraphs) => paragraphs.join("\n\n")).join("\n\n---\n\n"),
  };
}
