// Growth inside the compiler's handlers of node kinds, as tables of a hand-off: one for each domain, never summed.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount, formatDelta, formatRatio } from "../../base/units.ts";
import type { KindDomain } from "../../log/record.ts";
import { type KindFigure, UNKNOWN_DISPATCHER } from "../../model/kindFigures.ts";
import { overlapOf } from "../../model/runModel.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import { inlineCode } from "../markdown.ts";
import { codeCell, markdownTable, section } from "./markdownTable.ts";

const HEADINGS = {
  expression: "handoff.kindExpression",
  statement: "handoff.kindStatement",
  unknown: "handoff.kind",
} as const;

/** Nothing where no kind is named. */
export function kindSection(summary: RunSummary): readonly string[] {
  const { kinds, furtherKinds, run } = summary;
  const about = run.kind === "expectation" ? "~" : "";
  const table = (domain: KindDomain | undefined): readonly string[] =>
    markdownTable(
      [
        { heading: t(HEADINGS[domain ?? "unknown"]), align: "left" },
        { heading: t("handoff.count"), align: "right" },
        { heading: t("handoff.delta"), align: "right" },
        { heading: t("handoff.average"), align: "right" },
        { heading: t("handoff.dispatcher"), align: "left" },
        { heading: t("handoff.phase"), align: "left" },
      ],
      kinds.filter((kind) => kind.domain === domain).map((kind) => kindRow(kind, about)),
    );
  return kinds.length === 0
    ? []
    : section(t("handoff.kinds"), [
        [t("handoff.kindsNote"), ...overlapLines(summary)],
        table("expression"),
        table("statement"),
        table(undefined),
        furtherKinds === 0 ? [] : [t("handoff.moreKinds", { count: formatCount(furtherKinds) })],
      ]);
}

/** Σ against net, where all kinds are listed: it says how far the totals overlap. */
function overlapLines({ kinds, furtherKinds, spans }: RunSummary): readonly string[] {
  if (furtherKinds > 0) {
    return [];
  }
  return spans.flatMap((span, index) => {
    const { sumBytes, count } = overlapOf(kinds.filter((kind) => kind.span === index));
    const net = span.deltaBytes;
    if (count < 2 || net === undefined || net <= 0 || span.absurd || span.kind !== "phase") {
      return [];
    }
    const figures = { count, ratio: formatRatio(sumBytes / net), net: formatDelta(net) };
    return [t("handoff.overlap", { phase: inlineCode(span.name), ...figures })];
  });
}

function kindRow(kind: KindFigure, about: string): readonly string[] {
  const total = Number.isNaN(kind.totalBytes) ? "?" : `${about}${formatDelta(kind.totalBytes)}`;
  return [
    kindCell(kind),
    Number.isNaN(kind.count) ? "-" : formatCount(kind.count),
    kind.absurd ? t("handoff.absurd", { figure: total }) : total,
    kind.averageBytes === undefined ? "" : `≈ ${formatAmount(kind.averageBytes)}`,
    kind.dispatcher === UNKNOWN_DISPATCHER ? "" : codeCell(kind.dispatcher),
    codeCell(kind.phase ?? ""),
  ];
}

/** `NODE_CALL (9)`; the number alone where nobody knows its name. */
function kindCell({ name, number }: KindFigure): string {
  if (number === undefined) {
    return name;
  }
  return name.startsWith("NODE_?") ? String(number) : `${name} (${number})`;
}
