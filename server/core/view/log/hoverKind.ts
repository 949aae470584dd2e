// Hover over a node kind: its name, its inclusive figure and why that is never summed, where it is handled.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatShare } from "../../base/units.ts";
import type { KindFigure } from "../../model/kindFigures.ts";
import { inlineCode } from "../markdown.ts";
import {
  absurdText,
  bytesText,
  declarationText,
  expectedText,
  type HoverSource,
  listText,
  placeText,
  titleText,
  whileText,
} from "./hoverSource.ts";
import type { LineFigure } from "./lineFigures.ts";
import type { KindMeaning } from "./logSources.ts";

/** Paragraphs on one figure of the line; none when it is not of this kind. */
export function kindText(meaning: KindMeaning, figure: LineFigure, source: HoverSource): readonly string[] {
  if (figure.type !== "kind" && (figure.type !== "probe" || figure.place.type !== "kind")) {
    return [];
  }
  const { run } = figure;
  const row = figure.type === "kind" ? figure.row : -1 - figure.row;
  const kind = source.model(run).kinds.find((candidate) => candidate.row === row);
  if (kind === undefined || kind.number !== meaning.number) {
    return [];
  }
  return [
    kindTitle(kind),
    ...kindFigureText(kind, source.locale),
    ...(kind.absurd ? [absurdText(run, kind.line)] : []),
    t("logFile.inclusive"),
    ...expectedText(run),
  ];
}

/** `NODE_CALL · expression kind 9 in tc_expr` */
export function kindTitle({ name, domain, number, dispatcher }: KindFigure): string {
  const place = { number: number ?? "?", dispatcher: inlineCode(dispatcher) };
  const what =
    domain === undefined
      ? t("logFile.kindOfNode", place)
      : t("logFile.kind", {
          domain: domain === "expression" ? t("logFile.expression") : t("logFile.statement"),
          ...place,
        });
  return titleText(name, what);
}

/** Total, count, average and share; self where the log gives it. */
export function kindFigureText(kind: KindFigure, locale: string): readonly string[] {
  const { totalBytes, selfBytes, count, averageBytes, share, phase } = kind;
  const figure = t("logFile.kindFigure", {
    total: Number.isNaN(totalBytes) ? t("logFile.notGiven") : formatDelta(totalBytes),
    count: formatCount(count, locale),
    average: averageBytes === undefined ? "?" : formatAmount(averageBytes, locale),
    phase: whileText(phase),
  });
  return [
    share === undefined ? figure : `${figure} · ${shareText(share, locale)}`,
    ...(selfBytes === undefined ? [] : [t("logFile.selfFigure", { self: bytesText(selfBytes, locale) })]),
  ];
}

function shareText(ratio: number, locale: string): string {
  const share = formatShare(ratio, locale);
  return ratio > 1 ? t("lens.shareAboveWhole", { share }) : t("lens.shareOfNet", { share });
}

/** The handlers, and the branches that test for the kind. */
export function handlingText({
  branches,
  handlers,
}: Pick<KindMeaning, "branches" | "handlers">): readonly string[] {
  if (branches.length === 0) {
    return [t("logFile.noBranch")];
  }
  const tests = branches.map(({ uri, branch }) => placeText(branch.dispatcher, { uri, range: branch.range }));
  const handledBy = handlers.map(declarationText);
  return [
    ...(handledBy.length === 0 ? [] : [t("logFile.handledBy", { places: listText(handledBy) })]),
    t("logFile.branches", { places: listText(tests) }),
  ];
}
