// Compiler code in a hover over its source: the node kind that it handles, inclusive, with what that means.
import { t } from "../../base/text.ts";
import { formatCount, formatRatio, MEBIBYTE } from "../../base/units.ts";
import type { HandlerFigure } from "../../model/attribution.ts";
import type { KindFigure } from "../../model/kindFigures.ts";
import { overlapOf, type RunModel } from "../../model/runModel.ts";
import { hoverDiff } from "../diff/hoverDiff.ts";
import { handlingText, kindFigureText, kindTitle } from "../log/hoverKind.ts";
import { absurdText, expectedText, whileText } from "../log/hoverSource.ts";
import { inlineCode } from "../markdown.ts";
import { figureLinks, logLink } from "./hoverLinks.ts";
import { driftText, limitsText, phaseRestText } from "./hoverParts.ts";
import type { SourceHoverSource } from "./sourceHover.ts";

/** Paragraphs. */
export function handlerText(figure: HandlerFigure, source: SourceHoverSource): readonly string[] {
  const { kind } = figure;
  const { model, links, locale } = source;
  const { run } = model;
  const [total = "", ...self] = kindFigureText(kind, locale);
  const lines = kind.rows > 1 ? [t("report.largestOf", { rows: formatCount(kind.rows, locale) })] : [];
  return [
    [kindTitle(kind), ...figureLinks(links, { family: "handler", row: kind.row })].join(" · "),
    ...driftText(figure),
    [total, ...lines, logLink(links, kind.line)].join(" · "),
    ...self,
    ...(kind.absurd
      ? [absurdText(run, kind.line)]
      : hoverDiff([source.comparison?.ofKind(kind)], "kind", source.comparison, locale)),
    t("logFile.inclusive"),
    ...overlapText(kind, model, locale),
    ...restText(kind, model, locale),
    ...handlingText(figure),
    ...expectedText(run),
    limitsText("hover.jumps", run),
  ];
}

/** Σ / net of the kinds that one dispatcher hands out in the phase, so that nobody adds them up. */
function overlapText(
  { span, dispatcher, phase }: KindFigure,
  model: RunModel,
  locale: string,
): readonly string[] {
  const within = model.spans[span];
  const net = within?.absurd === true ? 0 : (within?.deltaBytes ?? 0);
  const { sumBytes, count } = overlapOf(
    model.kinds.filter((kind) => kind.span === span && kind.dispatcher === dispatcher),
  );
  if (count < 2 || net <= 0) {
    return [];
  }
  const figures = {
    sum: megabytes(sumBytes, locale),
    net: megabytes(net, locale),
    ratio: formatRatio(sumBytes / net, locale),
  };
  const ratio = sumBytes > net ? t("chart.kinds.ratio", figures) : t("chart.kinds.ratioPlain", figures);
  return [t("hover.allKinds", { dispatcher: inlineCode(dispatcher), phase: whileText(phase), ratio })];
}

function megabytes(bytes: number, locale: string): string {
  return formatCount(Math.trunc(bytes / MEBIBYTE), locale);
}

/** Kinds explain nothing of a phase, since they overlap: only lines on functions do. */
function restText({ span }: KindFigure, model: RunModel, locale: string): readonly string[] {
  if (model.spans[span]?.kind !== "phase") {
    return [];
  }
  const isExplained = model.charges.some((charge) => charge.span === span && !charge.absurd);
  return isExplained ? phaseRestText(model, span, -1, locale) : [t("hover.noRemainder")];
}
