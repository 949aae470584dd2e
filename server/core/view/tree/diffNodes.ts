// A comparison in the tree: what stands in the way of comparing first, then phases, and what the baseline alone has.
import { t } from "../../base/text.ts";
import { formatDelta } from "../../base/units.ts";
import type { HandlerFigure, SubjectFigure } from "../../model/attribution.ts";
import type { Charge } from "../../model/charges.ts";
import type { Comparison } from "../diff/comparison.ts";
import { leastDifference, nowText } from "../diff/diffText.ts";
import { differenceLines } from "../diff/statusDiff.ts";
import type { SortOrder } from "../growthRow.ts";
import { phaseText } from "../lenses.ts";
import { leaf, noSize, plainText, section, sizeOf, sortNodes, type TreeNode } from "./treeNode.ts";
import type { TreeSource } from "./treeSource.ts";

/** Which baseline it is, and how the run as a whole differs from it. */
export function comparisonSection({ comparison, locale }: TreeSource): readonly TreeNode[] {
  if (comparison === undefined) {
    return [];
  }
  const { title, approximate, diff } = comparison;
  const remarks = diff.remarks.map(({ code, text }) =>
    leaf(`remark ${code}`, noSize(text), text, () => plainText(text, "", "warning")),
  );
  const lines = differenceLines(comparison, locale).map((line, at) =>
    leaf(`difference ${at}`, noSize(line), line, () => plainText(line, "", "phase")),
  );
  return section(
    "comparison",
    {
      label: t(approximate ? "baseline.withApproximate" : "baseline.with", { title }),
      description: t("baseline.treeMeaning"),
    },
    [...remarks, ...lines],
  );
}

/** Figures of the baseline that the shown run has nothing for. */
export function baselineSection({ comparison }: TreeSource, order: SortOrder): readonly TreeNode[] {
  if (comparison === undefined) {
    return [];
  }
  const { subjects, handlers } = comparison.gone;
  const nodes = [
    ...subjects.flatMap((figure) => figure.charges.map((charge) => goneCharge(figure, charge, comparison))),
    ...handlers.map((figure) => goneKind(figure, comparison)),
  ];
  const description = t("baseline.treeGoneMeaning", { count: nodes.length });
  return section(
    "baseline",
    { label: t("baseline.treeGone"), description, icon: "gone" },
    sortNodes(nodes, order),
  );
}

function goneCharge({ name, entry }: SubjectFigure, charge: Charge, comparison: Comparison): TreeNode {
  const { deltaBytes, span, step } = charge;
  const diff = comparison.ofCharge(charge);
  const size = {
    ...sizeOf(name, deltaBytes, Number.NaN, charge.share),
    difference: Math.abs(leastDifference(diff)),
  };
  return leaf(`baseline ${span} ${step} ${name}`, size, `${name} ${entry?.module ?? ""}`, () => {
    const figure = formatDelta(deltaBytes);
    const phase = phaseText(charge.phase);
    const now = nowText(diff, "function", comparison);
    return {
      ...plainText(
        t("baseline.treeWas", { figure, name: entry?.symbol.name ?? name }),
        `${now} · ${phase}`,
        "subject",
      ),
      accessibleLabel: `${t("baseline.treeSubject", { name, figure, phase })}, ${now}`,
      place: entry === undefined ? null : { uri: entry.uri, range: entry.symbol.nameRange },
    };
  });
}

function goneKind({ kind, branches: [branch] }: HandlerFigure, comparison: Comparison): TreeNode {
  const { name, dispatcher, totalBytes } = kind;
  const diff = comparison.ofKind(kind);
  const size = {
    ...sizeOf(name, totalBytes, kind.averageBytes ?? Number.NaN, kind.share),
    difference: Math.abs(leastDifference(diff)),
  };
  return leaf(`baseline ${kind.span} ${dispatcher} ${name}`, size, `${name} ${dispatcher}`, () => {
    const figure = formatDelta(totalBytes);
    const phase = phaseText(kind.phase);
    const now = nowText(diff, "kind", comparison);
    return {
      ...plainText(t("baseline.treeWas", { figure, name }), `${now} · ${phase}`, "handler"),
      accessibleLabel: `${t("baseline.treeKind", { name, dispatcher, figure, phase })}, ${now}`,
      place: branch === undefined ? null : { uri: branch.uri, range: branch.branch.range },
    };
  });
}
