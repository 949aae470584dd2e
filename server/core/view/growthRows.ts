// One figure → one tree row.
import { lineCount } from "../base/range.ts";
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatShare } from "../base/units.ts";
import type { HandlerFigure, SubjectFigure } from "../model/attribution.ts";
import type { Charge } from "../model/charges.ts";
import { type GrowthRow, plain, type SortableRow } from "./growthRow.ts";
import { phaseText } from "./lenses.ts";

/** A row for each phase in which the function was charged. */
export function subjectRow(figure: SubjectFigure, locale: string): readonly SortableRow[] {
  const { entry, name } = figure;
  if (entry === undefined) {
    return [];
  }
  const lines = lineCount(entry.symbol.range);
  return figure.charges.map((charge) => {
    const delta = formatDelta(charge.deltaBytes);
    const phase = phaseText(charge.phase);
    const amount = formatAmount(charge.deltaBytes / lines, locale);
    const row: GrowthRow = {
      ...plain(
        rowId(charge),
        t("tree.figure", { figure: delta, name: entry.symbol.name }),
        t("tree.subjectDetail", { module: entry.module, phase, amount }),
        iconOf(charge),
      ),
      tooltip: subjectTooltip(charge, lines, locale),
      accessibleLabel: t("tree.accessibleSubject", { name, delta, phase }),
      place: { uri: entry.uri, range: entry.symbol.nameRange },
      target: { family: "subject", name },
    };
    return {
      row,
      name,
      bytes: charge.absurd ? 0 : charge.deltaBytes,
      bytesPerLine: charge.absurd ? 0 : charge.deltaBytes / lines,
    };
  });
}

function rowId(charge: Charge): string {
  return `subject ${charge.span} ${charge.step} ${charge.name}${charge.absurd ? ` ${charge.line}` : ""}`;
}

function iconOf({ absurd }: Charge): GrowthRow["icon"] {
  return absurd ? "warning" : "subject";
}

function subjectTooltip(charge: Charge, lines: number, locale: string): string {
  const share =
    charge.share === undefined
      ? ""
      : `${t("lens.shareOfPhase", { share: formatShare(charge.share, locale) })} · `;
  return t("tree.subjectTooltip", {
    ...{ name: charge.name, delta: formatDelta(charge.deltaBytes), phase: phaseText(charge.phase) },
    ...{ share, rank: charge.rank, of: charge.of, lines, line: charge.line + 1 },
  });
}

/** Names that lead nowhere keep their figures; ambiguous ones list where they could belong. */
export function unplacedRow(figure: SubjectFigure): readonly GrowthRow[] {
  const { resolution, name } = figure;
  const candidates = resolution.how === "ambiguous" ? resolution.candidates : [];
  const why =
    resolution.how === "ambiguous"
      ? t("tree.ambiguous", { count: candidates.length })
      : resolution.how === "runtime"
        ? t("tree.runtime")
        : t("tree.unknown");
  return figure.charges.map((charge) => {
    const figure = formatDelta(charge.deltaBytes);
    const detail = t("tree.subjectDetailNoSource", { phase: phaseText(charge.phase), why });
    return {
      ...plain(rowId(charge), t("tree.figure", { figure, name }), detail, "unplaced"),
      target: { family: "subject", name },
      children: candidates.map((entry) => ({
        ...plain(
          `${rowId(charge)} ${entry.uri} ${entry.symbol.range.start.line}`,
          entry.mangledName ?? name,
          entry.module,
          "subject",
        ),
        place: { uri: entry.uri, range: entry.symbol.nameRange },
      })),
    };
  });
}

/** A kind's row; a click leads to the handler, else to the dispatch branch. */
export function handlerRow({ kind, branches, handlers }: HandlerFigure, locale: string): SortableRow {
  const total = formatDelta(kind.totalBytes);
  const phase = phaseText(kind.phase);
  const count = formatCount(kind.count, locale);
  const average = kind.averageBytes === undefined ? "?" : formatAmount(kind.averageBytes, locale);
  const label = handlers[0] === undefined ? kind.name : `${kind.name} → ${handlers[0].symbol.name}`;
  const { name, dispatcher } = kind;
  const number = kind.number ?? "?";
  const row: GrowthRow = {
    ...plain(
      `kind ${kind.span} ${dispatcher} ${number} ${kind.row}`,
      t("tree.figure", { figure: total, name: label }),
      t("tree.kindDetail", { phase, count, average }),
      kind.absurd ? "warning" : "handler",
    ),
    tooltip: t("tree.kindTooltip", { name, number, dispatcher, total, phase, line: kind.line + 1 }),
    accessibleLabel: t("tree.accessibleKind", { name, dispatcher, total, phase }),
    place: placeOf(branches, handlers),
    target: { family: "handler", row: kind.row },
  };
  const bytes = kind.absurd ? 0 : kind.totalBytes;
  return { row, name, bytes, bytesPerLine: kind.absurd ? 0 : (kind.averageBytes ?? 0) };
}

function placeOf(
  branches: HandlerFigure["branches"],
  handlers: HandlerFigure["handlers"],
): GrowthRow["place"] {
  const [handler] = handlers;
  if (handler !== undefined) {
    return { uri: handler.uri, range: handler.symbol.nameRange };
  }
  const [place] = branches;
  return place === undefined ? null : { uri: place.uri, range: place.branch.range };
}
