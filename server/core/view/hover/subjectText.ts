// A compiled function in a hover over its source: every phase in which it was charged.
import { lineCount } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import { formatAmount } from "../../base/units.ts";
import type { SubjectFigure } from "../../model/attribution.ts";
import type { Charge } from "../../model/charges.ts";
import type { IndexEntry } from "../../quartz/symbolIndex.ts";
import { hoverDiff } from "../diff/hoverDiff.ts";
import { growthText, rankText, resolutionNote, severalText } from "../log/hoverFunction.ts";
import { absurdText, deltaText, expectedText, titleText } from "../log/hoverSource.ts";
import { figureLinks, logLink } from "./hoverLinks.ts";
import { driftText, limitsText, phaseRestText } from "./hoverParts.ts";
import type { SourceHoverSource } from "./sourceHover.ts";

/** Paragraphs. */
export function subjectText(
  entry: IndexEntry,
  figure: SubjectFigure,
  source: SourceHoverSource,
): readonly string[] {
  const { name, charges, resolution } = figure;
  const { run } = source.model;
  const lines = lineCount(entry.symbol.range);
  return [
    [titleText(name, t("logFile.function")), ...figureLinks(source.links, { family: "subject", name })].join(
      " · ",
    ),
    ...driftText(figure),
    ...charges.flatMap((charge) => chargeText(charge, lines, source)),
    ...comparedText(charges, source),
    t("logFile.functionMeaning"),
    ...resolutionNote(resolution),
    ...expectedText(run),
    limitsText("hover.victim", run),
  ];
}

function comparedText(
  charges: readonly Charge[],
  { comparison, locale }: SourceHoverSource,
): readonly string[] {
  const diffs = charges.filter(({ absurd }) => !absurd).map((charge) => comparison?.ofCharge(charge));
  return hoverDiff(diffs, "function", comparison, locale);
}

function chargeText(charge: Charge, lines: number, source: SourceHoverSource): readonly string[] {
  const { model, links, locale } = source;
  const { deltaBytes, phase, line, absurd, span, step } = charge;
  const link = logLink(links, line);
  const figure = growthText(deltaText(deltaBytes), phase);
  if (absurd) {
    return [figure, `${absurdText(model.run, line)} · ${link}`];
  }
  const perLine = t("lens.perLine", { amount: formatAmount(deltaBytes / lines, locale) });
  return [
    figure,
    ...severalText(charge),
    [rankText(charge, locale), perLine, link].join(" · "),
    ...phaseRestText(model, span, step, locale),
  ];
}
