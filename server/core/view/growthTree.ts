// Attribution → the nodes of the "Leaking functions" tree, grouped and sorted. The two families never mix under one sum.
import { groupBy } from "../base/group.ts";
import { t } from "../base/text.ts";
import { formatRatio } from "../base/units.ts";
import { overlapOf, type RunModel } from "../model/runModel.ts";
import type { TreeOptions } from "./growthRow.ts";
import { baselineSection, comparisonSection } from "./tree/diffNodes.ts";
import { kindFiles, subjectFiles } from "./tree/fileGroups.ts";
import { type KindNode, kindNodes, withPlaces } from "./tree/handlerNodes.ts";
import { logNodes, remainderNodes } from "./tree/logNodes.ts";
import { phaseNodes } from "./tree/phaseGroups.ts";
import { probeSections } from "./tree/probeNodes.ts";
import { type ChargeNode, chargeNodes } from "./tree/subjectNodes.ts";
import { section, sortNodes, type TreeNode } from "./tree/treeNode.ts";
import type { TreeSource } from "./tree/treeSource.ts";

export function growthTree(
  source: TreeSource,
  options: Pick<TreeOptions, "grouping" | "order">,
): readonly TreeNode[] {
  return [
    ...comparisonSection(source),
    ...figureNodes(source, options),
    ...baselineSection(source, options.order),
    ...logNodes(source.model),
  ];
}

function figureNodes(
  source: TreeSource,
  { grouping, order }: Pick<TreeOptions, "grouping" | "order">,
): readonly TreeNode[] {
  const charges = chargeNodes(source);
  const kinds = kindNodes(source);
  const gone = charges.filter(({ figure }) => figure.drift === "gone");
  const here = charges.filter(({ figure }) => figure.drift !== "gone");
  const placed = here.filter(({ figure }) => figure.entry !== undefined);
  const unplaced = here.filter(({ figure }) => figure.entry === undefined);
  const { model, locale } = source;
  const nodesOf = (some: readonly (ChargeNode | KindNode)[]): readonly TreeNode[] =>
    sortNodes(
      some.map(({ node }) => node),
      order,
    );
  const rest = [
    ...probeSections(source, order),
    ...goneSection(nodesOf(gone), source),
    ...remainderNodes(model, locale),
    ...unplacedSection(nodesOf(unplaced), source),
  ];
  switch (grouping) {
    case "function":
      return [...compiled(nodesOf(placed)), ...compiler(nodesOf(kinds), source), ...rest];
    case "file":
      return [
        ...compiled(subjectFiles(placed, source, order)),
        ...compiler(kindFiles(kinds, source, order), source),
        ...rest,
      ];
    case "kind":
      return [...dispatcherSections(kinds, source, order), ...compiled(nodesOf(placed)), ...rest];
    case "phase":
      return [...phaseNodes(charges, kinds, source, order), ...probeSections(source, order)];
  }
}

function compiled(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return section(
    "compiled",
    {
      label: t("tree.compiled"),
      description: t("tree.compiledMeaning"),
      tooltip: t("tree.compiledTooltip"),
    },
    nodes,
  );
}

function compiler(nodes: readonly TreeNode[], { model, locale }: TreeSource): readonly TreeNode[] {
  return section(
    "compiler",
    {
      label: t("tree.compiler"),
      description: t("tree.compilerMeaning"),
      tooltip: overlapText(model, locale),
    },
    nodes,
  );
}

function dispatcherSections(
  kinds: readonly KindNode[],
  source: TreeSource,
  order: TreeOptions["order"],
): readonly TreeNode[] {
  return [...groupBy(kinds, ({ figure }) => figure.kind.dispatcher)].flatMap(([dispatcher, some]) =>
    section(
      `dispatcher ${dispatcher}`,
      {
        label: t("tree.dispatcher", { dispatcher }),
        description: t("tree.dispatcherMeaning"),
        tooltip: overlapText(source.model, source.locale),
      },
      sortNodes(
        some.map((kind) => withPlaces(kind, source)),
        order,
      ),
    ),
  );
}

function goneSection(nodes: readonly TreeNode[], { attribution }: TreeSource): readonly TreeNode[] {
  const description = t("tree.goneMeaning", { count: nodes.length });
  return section(
    "gone",
    {
      label: t(attribution.since === "import" ? "tree.goneImport" : "tree.goneRun"),
      description,
      icon: "gone",
    },
    nodes,
  );
}

function unplacedSection(nodes: readonly TreeNode[], { attribution }: TreeSource): readonly TreeNode[] {
  const names = new Set(nodes.map(({ target }) => (target?.family === "subject" ? target.name : "")));
  return section(
    "unplaced",
    {
      label: t("tree.unplaced"),
      description: t("tree.unplacedMeaning", { count: names.size, all: attribution.subjects.length }),
      icon: "unplaced",
    },
    nodes,
  );
}

/** "Σ / net" of each phase: a fact about overlap, shown so that nobody adds the rows up. */
function overlapText(model: RunModel, locale: string): string {
  const lines = model.spans.flatMap((span, index) => {
    const { sumBytes, count } = overlapOf(model.kinds.filter((kind) => kind.span === index));
    const net = span.deltaBytes ?? 0;
    return count === 0 || net <= 0
      ? []
      : [t("tree.compilerOverlap", { ratio: formatRatio(sumBytes / net, locale), phase: span.name })];
  });
  return [t("tree.compilerTooltip"), ...lines].join("\n\n");
}
