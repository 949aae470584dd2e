// Figures by phase, in the order of the log: each phase with its steps, its functions, its remainder, its compiler code and
// what its state counts say.
import { groupBy } from "../../base/group.ts";
import { t } from "../../base/text.ts";
import { formatDelta } from "../../base/units.ts";
import type { Span } from "../../model/spans.ts";
import type { GrowthIcon, SortOrder } from "../growthRow.ts";
import { stateNotes } from "../stateNotes.ts";
import type { KindNode } from "./handlerNodes.ts";
import { remainderNode } from "./logNodes.ts";
import type { ChargeNode } from "./subjectNodes.ts";
import {
  heading,
  leaf,
  noSize,
  plainText,
  type RowText,
  section,
  sizeOf,
  sortNodes,
  type TreeNode,
} from "./treeNode.ts";
import type { TreeSource } from "./treeSource.ts";

interface Figures {
  readonly charges: ReadonlyMap<string, readonly ChargeNode[]>;
  readonly kinds: ReadonlyMap<number, readonly KindNode[]>;
  readonly source: TreeSource;
  readonly order: SortOrder;
}

export function phaseNodes(
  charges: readonly ChargeNode[],
  kinds: readonly KindNode[],
  source: TreeSource,
  order: SortOrder,
): readonly TreeNode[] {
  const figures: Figures = {
    charges: groupBy(charges, ({ charge }) => keyOf(charge.span, charge.step)),
    kinds: groupBy(kinds, ({ figure }) => figure.kind.span),
    ...{ source, order },
  };
  return [...source.model.spans.map((span, at) => spanNode(span, at, figures)), ...withoutReading(figures)];
}

function keyOf(span: number, step: number): string {
  return `${span} ${step}`;
}

function spanNode(span: Span, at: number, figures: Figures): TreeNode {
  const { source, order } = figures;
  const kinds = (figures.kinds.get(at) ?? []).map(({ node }) => node);
  const functions = functionsOf(at, -1, figures);
  const children = [
    ...span.steps.map((step, stepAt) => {
      const inStep = functionsOf(at, stepAt, figures);
      const text = (): RowText => phaseText(step.name, step.deltaBytes, inStep.length, 0, "phase");
      return heading(`phase ${at} ${stepAt}`, text, [...inStep, ...restOf(at, stepAt, figures)]);
    }),
    ...functions,
    ...restOf(at, -1, figures),
    ...compilerCode(`${at}`, kinds, order),
    ...stateNotes(source.model, at, source.locale).map((note, index) =>
      leaf(`state ${at} ${index}`, noSize(note), note, () => plainText(note, "", "note")),
    ),
  ];
  const deltaBytes = span.deltaBytes ?? Number.NaN;
  return heading(
    `phase ${at}`,
    () => {
      const icon = span.absurd ? "warning" : "phase";
      return phaseText(nameOf(span), span.deltaBytes, functions.length, kinds.length, icon);
    },
    children,
    { open: false, size: sizeOf(span.name, deltaBytes, Number.NaN, undefined, span.absurd) },
  );
}

function functionsOf(span: number, step: number, { charges, order }: Figures): readonly TreeNode[] {
  return sortNodes(
    (charges.get(keyOf(span, step)) ?? []).map(({ node }) => node),
    order,
  );
}

function restOf(span: number, step: number, { source }: Figures): readonly TreeNode[] {
  const { model, locale } = source;
  return model.remainders
    .filter((remainder) => remainder.span === span && remainder.step === step)
    .flatMap((remainder) => remainderNode(model, remainder, locale));
}

function compilerCode(id: string, kinds: readonly TreeNode[], order: SortOrder): readonly TreeNode[] {
  return section(
    `phase kinds ${id}`,
    {
      label: t("tree.compiler"),
      description: t("tree.dispatcherMeaning"),
      tooltip: t("tree.compilerTooltip"),
    },
    sortNodes(kinds, order),
  );
}

function nameOf(span: Span): string {
  return span.kind === "open"
    ? t("tree.phaseOpen")
    : span.kind === "gap"
      ? t("tree.phaseGap", { phase: span.name })
      : span.name;
}

function phaseText(
  name: string,
  deltaBytes: number | undefined,
  functions: number,
  kinds: number,
  icon: GrowthIcon,
): RowText {
  const label = deltaBytes === undefined ? name : t("tree.figure", { figure: formatDelta(deltaBytes), name });
  const holds = [
    ...(functions === 0
      ? []
      : [functions === 1 ? t("tree.oneFunction") : t("tree.functions", { count: functions })]),
    ...(kinds === 0 ? [] : [kinds === 1 ? t("tree.oneKind") : t("tree.kinds", { count: kinds })]),
  ];
  return plainText(label, holds.join(" · "), icon);
}

/** Figures of phases that a line of a probe names and the log has no reading of. */
function withoutReading({ charges, kinds, order }: Figures): readonly TreeNode[] {
  const lost = charges.get(keyOf(-1, -1)) ?? [];
  const lostKinds = kinds.get(-1) ?? [];
  const phases = new Set([
    ...lost.map(({ charge }) => charge.phase),
    ...lostKinds.map(({ figure }) => figure.kind.phase),
  ]);
  return [...phases].flatMap((phase = "?") => {
    const functions = lost.filter(({ charge }) => (charge.phase ?? "?") === phase);
    const inPhase = lostKinds.filter(({ figure }) => (figure.kind.phase ?? "?") === phase);
    return section(
      `phase lost ${phase}`,
      { label: t("tree.phaseWithoutReading", { phase }), description: "", icon: "phase" },
      [
        ...sortNodes(
          functions.map(({ node }) => node),
          order,
        ),
        ...compilerCode(
          `lost ${phase}`,
          inPhase.map(({ node }) => node),
          order,
        ),
      ],
    );
  });
}
