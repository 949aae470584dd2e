// Attribution of one file → code lenses. The same figures always give lenses on the same lines, in the same order.

import { lineCount } from "../base/range.ts";
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatShare } from "../base/units.ts";
import type { FileFigures, HandlerFigure, SubjectFigure } from "../model/attribution.ts";
import type { Charge } from "../model/charges.ts";
import type { Comparison } from "./diff/comparison.ts";
import { withDifference } from "./diff/diffText.ts";
import { driftTitle } from "./driftText.ts";
import type { Family } from "./family.ts";

export interface Lens {
  /** 0-based line of the declaration or branch head. */
  readonly line: number;
  readonly family: Family;
  readonly title: string;
  /** Row of `run.kinds` for a handler, the logged name for a subject: what a click shows. Undefined for nothing. */
  readonly target: FigureTarget | undefined;
}

/** Names one figure of the active run. */
export type FigureTarget =
  | { readonly family: "subject"; readonly name: string }
  | { readonly family: "handler"; readonly row: number };

export const LENS_DENSITIES = ["full", "compact"] as const;
/** Compact is figure and phase only. */
export type LensDensity = (typeof LENS_DENSITIES)[number];

interface LensOptions {
  readonly locale: string;
  readonly density: LensDensity;
  /** Pinned beside the run. */
  readonly comparison: Comparison | undefined;
}

/** Lenses of one file by line, compiled functions before compiler code on the same line. */
export function lensesOf(
  figures: FileFigures,
  locale: string,
  density: LensDensity = "full",
  comparison?: Comparison,
): readonly Lens[] {
  const options: LensOptions = { locale, density, comparison };
  const subjects = figures.subjects.map(({ entry, figure }) => ({
    line: entry.symbol.nameRange.start.line,
    family: "subject" as const,
    title: driftTitle(figure, subjectTitle(figure, lineCount(entry.symbol.range), options)),
    target: { family: "subject" as const, name: figure.name },
  }));
  const branches = figures.branches.map(({ branch, figure }) =>
    handlerLens(branch.range.start.line, handlerTitle("branch", figure, options), figure),
  );
  const handlers = figures.handlers.map(({ entry, figure }) =>
    handlerLens(entry.symbol.nameRange.start.line, handlerTitle("handler", figure, options), figure),
  );
  return [...subjects, ...branches, ...handlers].sort((a, b) => a.line - b.line);
}

function handlerLens(line: number, title: string, figure: HandlerFigure): Lens {
  const { kind } = figure;
  return {
    ...{ line, family: "handler", target: { family: "handler", row: kind.row } },
    title: driftTitle(figure, flagged(title, kind.absurd)),
  };
}

function handlerTitle(place: "branch" | "handler", figure: HandlerFigure, options: LensOptions): string {
  const { locale, density } = options;
  const phase = phaseText(figure.kind.phase);
  const words = kindArguments(figure, options);
  if (density === "compact") {
    return `${t(`lens.${place}Compact`, words)} ${phase}`;
  }
  const parts = [t(`lens.${place}`, words), kindShare(figure, locale), phase];
  return parts.filter((part) => part !== "").join(" · ");
}

function kindArguments(
  { kind }: HandlerFigure,
  { locale, comparison }: LensOptions,
): Record<"kind" | "total" | "count" | "average", string> {
  return {
    kind: kind.name,
    total:
      comparison === undefined || kind.absurd
        ? formatDelta(kind.totalBytes)
        : withDifference(formatDelta(kind.totalBytes), comparison.ofKind(kind), "kind", {
            comparison,
            locale,
          }),
    count: formatCount(kind.count, locale),
    average: kind.averageBytes === undefined ? "?" : formatAmount(kind.averageBytes, locale),
  };
}

function kindShare({ kind }: HandlerFigure, locale: string): string {
  if (kind.share === undefined) {
    return "";
  }
  const share = formatShare(kind.share, locale);
  return kind.share > 1 ? t("lens.shareAboveWhole", { share }) : t("lens.shareOfNet", { share });
}

/** `+136 MB while typecheck · 2.52 % of the phase · #1 of 11 · 0.3 MB/line` for each phase, joined. */
function subjectTitle(figure: SubjectFigure, lines: number, options: LensOptions): string {
  const phases = figure.charges.map((charge) => chargeText(charge, lines, options));
  return t("lens.subject", { figures: phases.join(" | ") });
}

function chargeText(charge: Charge, lines: number, { locale, density, comparison }: LensOptions): string {
  const delta = formatDelta(charge.deltaBytes);
  const compared =
    comparison === undefined || charge.absurd
      ? delta
      : withDifference(delta, comparison.ofCharge(charge), "function", { comparison, locale });
  const figure = `${compared} ${phaseText(charge.phase)}`;
  if (charge.absurd || density === "compact") {
    return flagged(figure, charge.absurd);
  }
  const parts = [
    figure,
    charge.share === undefined ? "" : t("lens.shareOfPhase", { share: formatShare(charge.share, locale) }),
    t("lens.rank", { rank: charge.rank, of: charge.of }),
    t("lens.perLine", { amount: formatAmount(charge.deltaBytes / lines, locale) }),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

export function phaseText(phase: string | undefined): string {
  return phase === undefined ? t("phase.open") : t("phase.while", { phase });
}

function flagged(text: string, absurd: boolean): string {
  return absurd ? t("flag.absurd", { text }) : text;
}
