// What a person types to see less of the tree.
import { MEBIBYTE } from "../../base/units.ts";
import type { TreeNode } from "./treeNode.ts";

export interface TreeFilter {
  /** In lower case; a row has them all. */
  readonly words: readonly string[];
  /** Undefined: rows of any size, and those without a figure. */
  readonly least: { readonly bytes: number; readonly included: boolean } | undefined;
}

const UNITS: Readonly<Record<string, number>> = { KB: 1024, MB: MEBIBYTE, GB: 1024 * MEBIBYTE };

const AMOUNT = /(?<!\S)>(=?)\s*(\d+(?:[.,]\d+)?)\s*([KMG]B)?(?!\S)/gi;

/** Words, and `>50`, `>=50`, `>2 GB` (MB unless said). Undefined when something that begins with `>` is no amount. */
export function parseTreeFilter(text: string): TreeFilter | undefined {
  let least: TreeFilter["least"];
  const rest = text.replace(AMOUNT, (_, equal: string, number: string, unit: string | undefined) => {
    const bytes = Number(number.replace(",", ".")) * (UNITS[(unit ?? "MB").toUpperCase()] ?? MEBIBYTE);
    least = { bytes, included: equal === "=" };
    return " ";
  });
  const words = rest
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.some((word) => word.startsWith(">")) ? undefined : { words, least };
}

export interface Filtered {
  readonly nodes: readonly TreeNode[];
  /** Rows that are not shown, headings not counted. */
  readonly hidden: number;
}

/** Keeps what fits, and the headings above it. */
export function filterTree(nodes: readonly TreeNode[], filter: TreeFilter): Filtered {
  if (filter.words.length === 0 && filter.least === undefined) {
    return { nodes, hidden: 0 };
  }
  let hidden = 0;
  const keep = (node: TreeNode): readonly TreeNode[] => {
    if (!node.heading) {
      const fits = fitsFilter(node, filter);
      hidden += fits ? 0 : 1;
      return fits ? [node] : [];
    }
    const children = node.children.flatMap(keep);
    return children.length === 0 ? [] : [{ ...node, open: true, children }];
  };
  return { nodes: nodes.flatMap(keep), hidden };
}

function fitsFilter(node: TreeNode, filter: TreeFilter): boolean {
  const { size } = node;
  const { least } = filter;
  const isLarge =
    least === undefined || size.bytes > least.bytes || (least.included && size.bytes === least.bytes);
  if (!isLarge || filter.words.length === 0) {
    return isLarge;
  }
  const words = node.words().toLowerCase();
  return filter.words.every((word) => words.includes(word));
}
