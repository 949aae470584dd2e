// A compiled function's figure → nodes, one for each phase in which it was charged.
import { lineCount } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import { formatAmount, formatDelta, formatShare } from "../../base/units.ts";
import type { SubjectFigure } from "../../model/attribution.ts";
import type { Charge } from "../../model/charges.ts";
import type { Ambiguous } from "../../quartz/resolveName.ts";
import type { IndexEntry } from "../../quartz/symbolIndex.ts";
import { differenceWords, leastDifference } from "../diff/diffText.ts";
import { phaseText } from "../lenses.ts";
import { driftDetails, nameDetails } from "./nameDetail.ts";
import { leaf, noSize, plainText, type RowText, sizeOf, type TreeNode } from "./treeNode.ts";
import { pathOf, type TreeSource } from "./treeSource.ts";

/** A node with the figure that it shows, for groups. */
export interface ChargeNode {
  readonly charge: Charge;
  readonly figure: SubjectFigure;
  readonly node: TreeNode;
}

export function chargeNodes(source: TreeSource): readonly ChargeNode[] {
  return source.attribution.subjects.flatMap((figure) =>
    figure.charges.map((charge) => ({ charge, figure, node: chargeNode(figure, charge, source) })),
  );
}

function chargeNode(figure: SubjectFigure, charge: Charge, source: TreeSource): TreeNode {
  const { entry, name } = figure;
  const { deltaBytes, share, absurd } = charge;
  const lines = entry === undefined ? 1 : lineCount(entry.symbol.range);
  const perLine = entry === undefined ? Number.NaN : deltaBytes / lines;
  const words = (): string =>
    entry === undefined ? name : `${name} ${entry.module} ${pathOf(entry.uri, source)}`;
  const text = (): RowText =>
    entry === undefined
      ? unplacedText(figure, charge, source)
      : placedText(figure, entry, charge, lines, source);
  return leaf(
    chargeId(charge),
    sizeOf(name, deltaBytes, perLine, share, absurd, differenceOf(charge, source)),
    words,
    text,
    { family: "subject", name },
    figure.resolution.how === "ambiguous" ? candidateNodes(figure.resolution, charge, source) : [],
  );
}

function chargeId({ span, step, phase, name, absurd, line }: Charge): string {
  const where = span < 0 ? `${span} ${phase ?? ""}` : `${span} ${step}`;
  return `subject ${where} ${name}${absurd ? ` ${line}` : ""}`;
}

function placedText(
  figure: SubjectFigure,
  entry: IndexEntry,
  charge: Charge,
  lines: number,
  source: TreeSource,
): RowText {
  const { locale } = source;
  const { resolution, name } = figure;
  const delta = formatDelta(charge.deltaBytes);
  const phase = phaseText(charge.phase);
  const amount = formatAmount(charge.deltaBytes / lines, locale);
  const details = [...nameDetails(resolution), ...driftDetails(figure)];
  const difference = differenceDetail(charge, source);
  const what = t("tree.accessibleSubject", { name, delta, phase });
  return {
    label: t("tree.figure", { figure: delta, name: entry.symbol.name }),
    description: [
      ...difference,
      t("tree.subjectDetail", { module: entry.module, phase, amount }),
      ...details,
    ].join(" · "),
    tooltip: [tooltipText(charge, lines, locale), ...difference, ...details].join("\n"),
    accessibleLabel: [what, ...difference, ...details].join(", "),
    icon: charge.absurd ? "warning" : "subject",
    place: { uri: entry.uri, range: entry.symbol.nameRange },
    context: isChosen(figure) ? "chosen" : "figure",
  };
}

/** `▼ 12 (−8.1 %)`, `was below 8 MB`; nothing without a baseline. */
function differenceDetail(charge: Charge, { comparison, locale }: TreeSource): readonly string[] {
  return charge.absurd || comparison === undefined
    ? []
    : differenceWords(comparison.ofCharge(charge), "function", { comparison, locale });
}

function differenceOf(charge: Charge, { comparison }: TreeSource): number | undefined {
  return comparison && Math.abs(leastDifference(comparison.ofCharge(charge)));
}

function isChosen({ resolution }: SubjectFigure): boolean {
  return "decided" in resolution && resolution.decided !== undefined;
}

function tooltipText(charge: Charge, lines: number, locale: string): string {
  const share =
    charge.share === undefined
      ? ""
      : `${t("lens.shareOfPhase", { share: formatShare(charge.share, locale) })} · `;
  return t("tree.subjectTooltip", {
    ...{ name: charge.name, delta: formatDelta(charge.deltaBytes), phase: phaseText(charge.phase) },
    ...{ share, rank: charge.rank, of: charge.of, lines, line: charge.line + 1 },
  });
}

/** Names that lead nowhere keep their figures, and say why. */
function unplacedText(figure: SubjectFigure, charge: Charge, source: TreeSource): RowText {
  const { resolution, name, drift } = figure;
  const delta = formatDelta(charge.deltaBytes);
  const phase = phaseText(charge.phase);
  const details = [
    ...differenceDetail(charge, source),
    ...(drift === "gone" ? driftDetails(figure) : nameDetails(resolution)),
  ];
  const icon = charge.absurd ? "warning" : drift === "gone" ? "gone" : "unplaced";
  return {
    ...plainText(t("tree.figure", { figure: delta, name }), [phase, ...details].join(" · "), icon),
    accessibleLabel: [t("tree.accessibleSubject", { name, delta, phase }), ...details].join(", "),
    context: resolution.how === "ambiguous" ? "ambiguous" : "figure",
  };
}

/** Below an ambiguous name: where it could belong. */
function candidateNodes({ candidates }: Ambiguous, charge: Charge, source: TreeSource): readonly TreeNode[] {
  return candidates.map((entry) => {
    const line = entry.symbol.range.start.line;
    const label = entry.mangledName;
    return leaf(`${chargeId(charge)} ${entry.uri} ${line}`, noSize(charge.name), "", () => ({
      ...plainText(label, t("tree.placeAt", { path: pathOf(entry.uri, source), line: line + 1 }), "subject"),
      place: { uri: entry.uri, range: entry.symbol.nameRange },
    }));
  });
}
