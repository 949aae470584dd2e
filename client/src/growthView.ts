// The native tree "Leaking Functions": rows come finished from the server, this is the widget.
import {
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { GrowthIcon, GrowthRow, SortOrder } from "#core/view/growthRow";
import * as protocol from "#protocol";

const ICONS: Readonly<Record<GrowthIcon, string>> = {
  subject: "symbol-method",
  handler: "circuit-board",
  section: "list-tree",
  remainder: "circle-large-outline",
  unplaced: "question",
  problem: "warning",
  note: "note",
  warning: "warning",
};

export class GrowthView implements TreeDataProvider<GrowthRow> {
  readonly #client: LanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<GrowthRow>;
  readonly onDidChangeTreeData = this.#changed.event;
  #order: SortOrder = "growth";

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#view = window.createTreeView("quartzRss.growth", { treeDataProvider: this, showCollapseAll: true });
  }

  /** Asks for the rows again; the selection stays, since rows keep their ids. */
  refresh(title: string | undefined): void {
    this.#view.description = title ?? "";
    this.#changed.fire();
  }

  sortBy(order: SortOrder): void {
    this.#order = order;
    this.#changed.fire();
  }

  async getChildren(row?: GrowthRow): Promise<readonly GrowthRow[] & GrowthRow[]> {
    const rows =
      row === undefined
        ? await this.#client.sendRequest(protocol.growth, { order: this.#order })
        : row.children;
    return [...rows];
  }

  getTreeItem(row: GrowthRow): TreeItem {
    const item = new TreeItem(row.label, stateOf(row));
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip === "" ? row.accessibleLabel : row.tooltip;
    item.iconPath = new ThemeIcon(ICONS[row.icon]);
    item.accessibilityInformation = { label: row.accessibleLabel };
    if (row.place !== null) {
      item.command = { command: "quartzRss.openPlace", title: row.label, arguments: [row.place] };
    }
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function stateOf({ children, icon }: GrowthRow): TreeItemCollapsibleState {
  if (children.length === 0) {
    return TreeItemCollapsibleState.None;
  }
  return icon === "section" ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
