// The tree as a client asks for it: one level at a time, a page of it, or the way down to one figure.
import { t } from "../../base/text.ts";
import type { GrowthRow, TreeOptions } from "../growthRow.ts";
import { growthTree } from "../growthTree.ts";
import type { FigureTarget } from "../lenses.ts";
import { filterTree, parseTreeFilter } from "./treeFilter.ts";
import { plainText, rowOf, type TreeNode } from "./treeNode.ts";
import { PAGE_ROWS } from "./treePage.ts";
import type { TreeSource } from "./treeSource.ts";

export interface ShownTree {
  readonly top: readonly TreeNode[];
  /** Rows that the filter hides. */
  readonly hidden: number;
  readonly byId: ReadonlyMap<string, TreeNode>;
}

/** A filter that cannot be read hides nothing. */
export function shownTree(source: TreeSource, options: TreeOptions): ShownTree {
  const all = growthTree(source, options);
  const filter = parseTreeFilter(options.filter);
  const { nodes, hidden } = filter === undefined ? { nodes: all, hidden: 0 } : filterTree(all, filter);
  const byId = new Map<string, TreeNode>();
  const enter = (node: TreeNode): void => {
    byId.set(node.id, node);
    node.children.forEach(enter);
  };
  nodes.forEach(enter);
  return { top: nodes, hidden, byId };
}

/**
 * Rows below a row, or the top ones; with a last row that stands for those beyond the limit.
 * @param parent null for the top; one that is gone has no rows
 */
export function levelRows(tree: ShownTree, parent: string | null, limit: number): readonly GrowthRow[] {
  const nodes = parent === null ? tree.top : (tree.byId.get(parent)?.children ?? []);
  const rows = nodes.slice(0, limit).map(rowOf);
  const left = nodes.length - rows.length;
  return left === 0 ? rows : [...rows, moreRow(parent ?? "", left)];
}

function moreRow(parent: string, left: number): GrowthRow {
  const text = plainText(
    t("tree.more", { count: left }),
    t("tree.moreMeaning", { count: Math.min(left, PAGE_ROWS) }),
    "more",
  );
  return { ...text, id: `more ${parent}`, collapse: "leaf", target: null, context: "more" };
}

/** One step down: a row, and its place among its siblings. */
export interface TreeStep {
  readonly row: GrowthRow;
  readonly index: number;
}

/** From the top down to the first row of a figure; undefined when the tree does not show it. */
export function pathTo(tree: ShownTree, target: FigureTarget): readonly TreeStep[] | undefined {
  const find = (nodes: readonly TreeNode[]): readonly TreeStep[] | undefined => {
    for (const [index, node] of nodes.entries()) {
      const below = isTarget(node, target) ? [] : find(node.children);
      if (below !== undefined) {
        return [{ row: rowOf(node), index }, ...below];
      }
    }
    return undefined;
  };
  return find(tree.top);
}

function isTarget({ target }: TreeNode, wanted: FigureTarget): boolean {
  if (wanted.family === "subject") {
    return target?.family === "subject" && target.name === wanted.name;
  }
  return target?.family === "handler" && target.row === wanted.row;
}
