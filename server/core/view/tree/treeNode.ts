// A node of the tree before it is a row: what it is sorted and filtered by. Its text is made when it is sent, so that a run
// of many functions costs little to sort.
import { formatDifference } from "../../base/units.ts";
import type { GrowthIcon, GrowthRow, SortOrder } from "../growthRow.ts";
import type { FigureTarget } from "../lenses.ts";

export type RowText = Omit<GrowthRow, "id" | "collapse" | "target">;

export interface Size {
  readonly name: string;
  /** −∞ where there is no figure, and for one that cannot be true. */
  readonly bytes: number;
  readonly bytesPerLine: number;
  readonly share: number;
  /** How far it is from the baseline, either way; −∞ without one. */
  readonly difference: number;
}

export interface TreeNode {
  readonly id: string;
  /** It is there for what is below it: no filter looks at it, and none counts it. */
  readonly heading: boolean;
  readonly open: boolean;
  readonly size: Size;
  readonly target: FigureTarget | null;
  readonly children: readonly TreeNode[];
  text(): RowText;
  /** What a filter looks in. */
  words(): string;
}

const NONE = Number.NEGATIVE_INFINITY;

export function noSize(name: string): Size {
  return { name, bytes: NONE, bytesPerLine: NONE, share: NONE, difference: NONE };
}

/** @param absurd cannot be true, so it is below all that can */
export function sizeOf(
  name: string,
  bytes: number,
  perLine: number,
  share = NONE,
  absurd = false,
  difference = NONE,
): Size {
  const known = (value: number): number => (absurd || Number.isNaN(value) ? NONE : value);
  return { name, bytes: known(bytes), bytesPerLine: known(perLine), share: known(share), difference };
}

/** A row that leads nowhere. */
export function plainText(label: string, description: string, icon: GrowthIcon): RowText {
  const accessibleLabel = description === "" ? label : `${label}, ${description}`;
  return { label, description, accessibleLabel, icon, tooltip: "", place: null, context: "plain" };
}

/** @param words what a filter looks in; made when there is one */
export function leaf(
  id: string,
  size: Size,
  words: string | (() => string),
  text: () => RowText,
  target: FigureTarget | null = null,
  children: readonly TreeNode[] = NO_CHILDREN,
): TreeNode {
  // Field by field: spreading objects takes most of the time here.
  return {
    id,
    heading: false,
    open: false,
    size,
    target,
    children,
    text,
    words: typeof words === "string" ? () => words : words,
  };
}

const NO_CHILDREN: readonly TreeNode[] = [];

export function heading(
  id: string,
  text: () => RowText,
  children: readonly TreeNode[],
  { open = true, size = noSize(id) }: { readonly open?: boolean; readonly size?: Size } = {},
): TreeNode {
  return { ...leaf(id, size, "", text), heading: true, open, children };
}

/** A heading over what is below it; none over nothing. */
export function section(
  id: string,
  text: Pick<RowText, "label" | "description"> & Partial<RowText>,
  children: readonly TreeNode[],
): readonly TreeNode[] {
  const whole = { ...plainText(text.label, text.description, "section"), ...text };
  return children.length === 0 ? [] : [heading(id, () => whole, children)];
}

export function sortNodes(nodes: readonly TreeNode[], order: SortOrder): readonly TreeNode[] {
  const by = COMPARE[order];
  return nodes.toSorted((a, b) => by(a.size, b.size));
}

const COMPARE: Readonly<Record<SortOrder, (a: Size, b: Size) => number>> = {
  growth: (a, b) => down(a.bytes, b.bytes),
  perLine: (a, b) => down(a.bytesPerLine, b.bytesPerLine),
  share: (a, b) => down(a.share, b.share),
  difference: (a, b) => down(a.difference, b.difference) || down(a.bytes, b.bytes),
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
};

/** Without a difference of infinities, which is NaN. */
function down(a: number, b: number): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

export function rowOf(node: TreeNode): GrowthRow {
  const { id, target, children, open } = node;
  const collapse = children.length === 0 ? "leaf" : open ? "open" : "closed";
  return { ...node.text(), id, target, collapse };
}

/** A sum of logged figures. */
export function sumText(bytes: number, locale: string): string {
  return formatDifference(bytes, locale);
}
