// Figures by file. What functions of one file were charged in one phase may be added up; kinds overlap and are not.
import { groupBy } from "../../base/group.ts";
import { t } from "../../base/text.ts";
import { formatDelta } from "../../base/units.ts";
import type { SortOrder } from "../growthRow.ts";
import { phaseText } from "../lenses.ts";
import type { KindNode } from "./handlerNodes.ts";
import type { ChargeNode } from "./subjectNodes.ts";
import { heading, plainText, sizeOf, sortNodes, sumText, type TreeNode } from "./treeNode.ts";
import { pathOf, type TreeSource } from "./treeSource.ts";

/** @param charges of functions that have a place */
export function subjectFiles(
  charges: readonly ChargeNode[],
  source: TreeSource,
  order: SortOrder,
): readonly TreeNode[] {
  const files = [...groupBy(charges, ({ figure }) => figure.entry?.uri ?? "")].map(([uri, inFile]) => {
    const phases = phaseSums(inFile);
    const counted = inFile
      .map(({ node }) => node.size)
      .filter(({ bytes }) => bytes !== Number.NEGATIVE_INFINITY);
    const lines = counted.reduce((sum, { bytes, bytesPerLine }) => sum + bytes / bytesPerLine, 0);
    const largest = phases.reduce((most, { bytes }) => Math.max(most, bytes), Number.NEGATIVE_INFINITY);
    const total = phases.reduce((sum, { bytes }) => sum + bytes, 0);
    const share = phases.reduce((most, phase) => Math.max(most, phase.share), Number.NEGATIVE_INFINITY);
    const name = pathOf(uri, source);
    return heading(
      `file subject ${uri}`,
      () => fileText(name, phases.map((phase) => phaseSumText(phase, source.locale)).join(" | ")),
      sortNodes(
        inFile.map(({ node }) => node),
        order,
      ),
      { open: false, size: sizeOf(name, largest, lines === 0 ? Number.NaN : total / lines, share) },
    );
  });
  return sortNodes(files, order);
}

interface PhaseSum {
  readonly phase: string | undefined;
  readonly bytes: number;
  readonly share: number;
  readonly count: number;
}

/** In phase order; what cannot be true is in no sum. */
function phaseSums(charges: readonly ChargeNode[]): readonly PhaseSum[] {
  const counted = charges.filter(({ charge }) => !charge.absurd);
  const byPhase = groupBy(counted, ({ charge }) => `${charge.span} ${charge.step} ${charge.phase ?? ""}`);
  return [...byPhase.values()]
    .map((inPhase) => ({
      phase: inPhase[0]?.charge.phase,
      span: inPhase[0]?.charge.span ?? 0,
      bytes: inPhase.reduce((sum, { charge }) => sum + charge.deltaBytes, 0),
      share: inPhase.reduce((sum, { charge }) => sum + (charge.share ?? 0), 0),
      count: inPhase.length,
    }))
    .sort((a, b) => a.span - b.span);
}

function phaseSumText({ phase, bytes, count }: PhaseSum, locale: string): string {
  const figure = sumText(bytes, locale);
  return count === 1
    ? t("tree.oneFileFigure", { figure, phase: phaseText(phase) })
    : t("tree.fileFigure", { figure, phase: phaseText(phase), count });
}

function fileText(path: string, figures: string): ReturnType<typeof plainText> {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const details = [figures, folder].filter((part) => part !== "");
  return { ...plainText(name, details.join(" · "), "file"), tooltip: path };
}

/** By the file of the handler, else of the branch; those of no file stand beside. */
export function kindFiles(
  kinds: readonly KindNode[],
  source: TreeSource,
  order: SortOrder,
): readonly TreeNode[] {
  const uriOf = ({ figure }: KindNode): string | undefined =>
    figure.handlers[0]?.uri ?? figure.branches[0]?.uri;
  const files = [...groupBy(kinds, uriOf)].flatMap(([uri, inFile]) => {
    const nodes = sortNodes(
      inFile.map(({ node }) => node),
      order,
    );
    if (uri === undefined) {
      return nodes;
    }
    const name = pathOf(uri, source);
    const largest = inFile.reduce((most, kind) =>
      kind.node.size.bytes > most.node.size.bytes ? kind : most,
    );
    return [
      heading(`file kind ${uri}`, () => fileText(name, kindsText(inFile.length, largest)), nodes, {
        open: false,
        size: { ...largest.node.size, name },
      }),
    ];
  });
  return sortNodes(files, order);
}

function kindsText(count: number, { figure: { kind } }: KindNode): string {
  const shown = { figure: formatDelta(kind.totalBytes), name: kind.name };
  return count === 1 ? t("tree.oneFileKind", shown) : t("tree.fileKinds", { count, ...shown });
}
