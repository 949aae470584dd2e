// What became of one figure, in words. The same in the terminal and in the editor.
import { t } from "../base/text.ts";
import {
  formatAmount,
  formatChange,
  formatDelta,
  formatReading,
  formatSeconds,
  formatSignedShare,
  MEBIBYTE,
} from "../base/units.ts";
import type { FigureDiff } from "../model/compare/runDiff.ts";

/** `737 MB ▼ 4,664 (−86 %)`, `333 MB, no change`, `136 MB, was below 8 MB`. Empty where nothing is known. */
export function changeText(figure: FigureDiff, locale = "en"): string {
  const text = plainText(figure, locale);
  return figure.absurd ? t("flag.absurd", { text }) : text;
}

/** `b$f (was a$f)` for a function that was renamed. */
export function changedName({ name, renamedFrom }: FigureDiff): string {
  return renamedFrom === undefined ? name : t("diff.renamed", { name, before: renamedFrom });
}

function plainText(figure: FigureDiff, locale: string): string {
  const { fate, baseBytes, newBytes, differenceBytes, ratio, approximate } = figure;
  if (newBytes === undefined && baseBytes === undefined) {
    return "";
  }
  if (fate === "new") {
    return newText(figure, sizeText(newBytes), locale);
  }
  if (fate === "gone") {
    return goneText(figure, sizeText(baseBytes), locale);
  }
  if (newBytes === undefined || differenceBytes === undefined) {
    return baseBytes === undefined
      ? sizeText(newBytes)
      : t("diff.was", { now: sizeText(newBytes), before: sizeText(baseBytes) });
  }
  return figure.noChange
    ? t("diff.noChange", { now: sizeText(newBytes) })
    : `${sizeText(newBytes)} ${approximate ? "≈ " : ""}${differenceText(differenceBytes, ratio, locale)}`;
}

/** `18.3 s ▼ 2.7 s (−13 %)` */
export function timeChangeText(
  newMs: number,
  differenceMs: number,
  ratio: number | undefined,
  locale = "en",
): string {
  const size = formatSeconds(Math.abs(differenceMs), locale);
  return `${formatSeconds(newMs, locale)} ${withShare(`${arrow(differenceMs)} ${size}`, ratio, locale)}`;
}

/** Whole MB stand without their unit, as behind the figure before them; less than one has its own. */
function differenceText(bytes: number, ratio: number | undefined, locale: string): string {
  return Math.abs(bytes) >= MEBIBYTE
    ? formatChange(bytes, ratio, locale)
    : withShare(`${arrow(bytes)} ${formatAmount(Math.abs(bytes), locale)}`, ratio, locale);
}

function withShare(text: string, ratio: number | undefined, locale: string): string {
  return ratio === undefined ? text : `${text} (${formatSignedShare(ratio, locale)})`;
}

function arrow(difference: number): string {
  return difference < 0 ? "▼" : "▲";
}

function newText({ baseBelowBytes: below }: FigureDiff, now: string, locale: string): string {
  return below === undefined
    ? t("diff.new", { now })
    : t("diff.newAbove", { now, below: formatAmount(below, locale) });
}

function goneText({ newBelowBytes: below }: FigureDiff, before: string, locale: string): string {
  return below === undefined
    ? t("diff.gone", { before })
    : t("diff.goneBelow", { before, below: formatAmount(below, locale) });
}

function sizeText(bytes: number | undefined): string {
  if (bytes === undefined) {
    return "?";
  }
  return bytes < 0 ? formatDelta(bytes) : formatReading(bytes);
}
