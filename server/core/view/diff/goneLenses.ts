// Lenses of what the baseline alone has a figure for.
import { t } from "../../base/text.ts";
import { formatDelta } from "../../base/units.ts";
import type { FileFigures, HandlerFigure } from "../../model/attribution.ts";
import { type Lens, phaseText } from "../lenses.ts";
import type { Comparison } from "./comparison.ts";
import { nowText } from "./diffText.ts";

/** They lead nowhere: the shown run has no figure to lead to. */
export function goneLenses(figures: FileFigures, comparison: Comparison): readonly Lens[] {
  const subjects = figures.subjects.map(({ entry, figure }): Lens => {
    const texts = figure.charges.map((charge) =>
      t("baseline.lensCharge", {
        figure: formatDelta(charge.deltaBytes),
        phase: phaseText(charge.phase),
        now: nowText(comparison.ofCharge(charge), "function", comparison),
      }),
    );
    return {
      line: entry.symbol.nameRange.start.line,
      family: "subject",
      title: t("lens.subject", { figures: texts.join(" | ") }),
      target: undefined,
    };
  });
  const kinds = [
    ...figures.branches.map(({ branch, figure }) => kindLens(branch.range.start.line, figure, comparison)),
    ...figures.handlers.map(({ entry, figure }) =>
      kindLens(entry.symbol.nameRange.start.line, figure, comparison),
    ),
  ];
  return [...subjects, ...kinds].sort((a, b) => a.line - b.line);
}

function kindLens(line: number, { kind }: HandlerFigure, comparison: Comparison): Lens {
  const title = t("baseline.lensKind", {
    kind: kind.name,
    figure: formatDelta(kind.totalBytes),
    phase: phaseText(kind.phase),
    now: nowText(comparison.ofKind(kind), "kind", comparison),
  });
  return { line, family: "handler", title, target: undefined };
}
