// A kind's figure → node; a click leads to the handler, else to the dispatch branch. Kinds overlap: nothing is summed.
import { t } from "../../base/text.ts";
import { formatAmount, formatCount, formatDelta } from "../../base/units.ts";
import type { HandlerFigure } from "../../model/attribution.ts";
import { differenceWords, leastDifference } from "../diff/diffText.ts";
import { phaseText } from "../lenses.ts";
import { driftDetails } from "./nameDetail.ts";
import { leaf, noSize, plainText, type RowText, sizeOf, type TreeNode } from "./treeNode.ts";
import { pathOf, type TreeSource } from "./treeSource.ts";

export interface KindNode {
  readonly figure: HandlerFigure;
  readonly node: TreeNode;
}

export function kindNodes(source: TreeSource): readonly KindNode[] {
  return source.attribution.handlers.map((figure) => ({ figure, node: kindNode(figure, source) }));
}

function kindNode(figure: HandlerFigure, source: TreeSource): TreeNode {
  const { kind, branches, handlers } = figure;
  const { name, totalBytes, averageBytes, share, absurd } = kind;
  const words = (): string =>
    [
      name,
      kind.dispatcher,
      ...branches.map(({ uri }) => pathOf(uri, source)),
      ...handlers.map(({ uri, module, symbol }) => `${symbol.name} ${module} ${pathOf(uri, source)}`),
    ].join(" ");
  return {
    ...leaf(
      kindId(figure),
      sizeOf(name, totalBytes, averageBytes ?? Number.NaN, share, absurd, differenceOf(figure, source)),
      words,
      () => kindText(figure, source),
    ),
    target: { family: "handler", row: kind.row },
  };
}

function kindId({ kind: { span, dispatcher, number, row } }: HandlerFigure): string {
  return `kind ${span} ${dispatcher} ${number ?? "?"} ${row}`;
}

function differenceOf({ kind }: HandlerFigure, { comparison }: TreeSource): number | undefined {
  return comparison && Math.abs(leastDifference(comparison.ofKind(kind)));
}

function differenceDetail({ kind }: HandlerFigure, { comparison, locale }: TreeSource): readonly string[] {
  return kind.absurd || comparison === undefined
    ? []
    : differenceWords(comparison.ofKind(kind), "kind", { comparison, locale });
}

function kindText(figure: HandlerFigure, source: TreeSource): RowText {
  const { locale } = source;
  const { kind, handlers } = figure;
  const { name, dispatcher } = kind;
  const total = formatDelta(kind.totalBytes);
  const phase = phaseText(kind.phase);
  const count = formatCount(kind.count, locale);
  const average = kind.averageBytes === undefined ? "?" : formatAmount(kind.averageBytes, locale);
  const label = handlers[0] === undefined ? name : `${name} → ${handlers[0].symbol.name}`;
  const details = driftDetails(figure);
  const difference = differenceDetail(figure, source);
  const number = kind.number ?? "?";
  return {
    label: t("tree.figure", { figure: total, name: label }),
    description: [...difference, t("tree.kindDetail", { phase, count, average }), ...details].join(" · "),
    tooltip: [
      t("tree.kindTooltip", { name, number, dispatcher, total, phase, line: kind.line + 1 }),
      ...difference,
      ...details,
    ].join("\n"),
    accessibleLabel: [
      t("tree.accessibleKind", { name, dispatcher, total, phase }),
      ...difference,
      ...details,
    ].join(", "),
    icon: kind.absurd ? "warning" : "handler",
    place: placeOf(figure),
    context: "figure",
  };
}

function placeOf({ branches: [branch], handlers: [handler] }: HandlerFigure): RowText["place"] {
  if (handler !== undefined) {
    return { uri: handler.uri, range: handler.symbol.nameRange };
  }
  return branch === undefined ? null : { uri: branch.uri, range: branch.branch.range };
}

/** The kind with its branches and handlers below it. */
export function withPlaces({ figure, node }: KindNode, source: TreeSource): TreeNode {
  const { kind, branches, handlers } = figure;
  const places = [
    ...branches.map(({ uri, branch }) => ({
      ...{ uri, range: branch.range, icon: "handler" as const },
      label: t("tree.branch", { dispatcher: branch.dispatcher }),
    })),
    ...handlers.map(({ uri, symbol }) => ({
      ...{ uri, range: symbol.nameRange, icon: "subject" as const },
      label: t("tree.handler", { name: symbol.name }),
    })),
  ];
  const children = places.map(({ uri, range, label, icon }) =>
    leaf(`${node.id} ${uri} ${range.start.line} ${label}`, noSize(kind.name), "", () => ({
      ...plainText(label, t("tree.placeAt", { path: pathOf(uri, source), line: range.start.line + 1 }), icon),
      place: { uri, range },
    })),
  );
  const nowhere = leaf(`${node.id} nowhere`, noSize(kind.name), "", () =>
    plainText(t("tree.noHandler"), "", "unplaced"),
  );
  return { ...node, children: children.length === 0 ? [nowhere] : children };
}
