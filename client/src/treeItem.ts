// A row → what VS Code's tree draws.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { GrowthIcon, GrowthRow } from "#core/view/growthRow";

const ICONS: Readonly<Record<GrowthIcon, string>> = {
  subject: "symbol-method",
  handler: "circuit-board",
  section: "list-tree",
  file: "file-code",
  phase: "clock",
  remainder: "circle-large-outline",
  unplaced: "question",
  gone: "trash",
  probe: "beaker",
  problem: "warning",
  note: "note",
  warning: "warning",
  more: "ellipsis",
};

const STATES: Readonly<Record<GrowthRow["collapse"], TreeItemCollapsibleState>> = {
  leaf: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
};

/** Without the command that opens its place. */
export function treeItem(row: GrowthRow): TreeItem {
  const item = new TreeItem(row.label, STATES[row.collapse]);
  item.id = row.id;
  item.description = row.description;
  item.tooltip = row.tooltip === "" ? row.accessibleLabel : row.tooltip;
  item.iconPath = new ThemeIcon(ICONS[row.icon]);
  item.accessibilityInformation = { label: row.accessibleLabel };
  item.contextValue = row.context;
  if (row.context === "more") {
    item.command = { command: "quartzRss.showMoreRows", title: row.label, arguments: [row] };
  }
  return item;
}
