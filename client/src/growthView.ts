// The native tree "Leaking Functions": rows come finished from the server, a level at a time; this is the widget.
import {
  type CancellationToken,
  EventEmitter,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import type { GrowthFiles } from "#core/view/growthFiles";
import type { Grouping, GrowthRow, SortOrder, TreeOptions } from "#core/view/growthRow";
import type { TreeStep } from "#core/view/tree/treeLevel";
import { PAGE_ROWS } from "#core/view/tree/treePage";
import * as protocol from "#protocol";
import { openCommand } from "./openPlace.ts";
import { TreeChoices } from "./treeChoices.ts";
import { treeItem } from "./treeItem.ts";

export class GrowthView implements TreeDataProvider<GrowthRow> {
  readonly #client: LanguageClient;
  readonly #changed = new EventEmitter<GrowthRow | undefined>();
  readonly #view: TreeView<GrowthRow>;
  readonly #choices: TreeChoices;
  /** Rows that were handed out, by id, and the id of the row above each. */
  readonly #rows = new Map<string, GrowthRow>();
  readonly #parents = new Map<string, string | undefined>();
  /** How many rows are shown below a row, where that is more than a page. */
  readonly #limits = new Map<string | undefined, number>();
  readonly onDidChangeTreeData = this.#changed.event;
  #message = "";
  #filterMessage = "";

  constructor(client: LanguageClient, memory: Memento) {
    this.#client = client;
    this.#choices = new TreeChoices(memory);
    this.#view = window.createTreeView("quartzRss.growth", { treeDataProvider: this, showCollapseAll: true });
  }

  get options(): TreeOptions {
    return this.#choices.options;
  }

  /** The widget, for what goes along with it. */
  get widget(): Pick<TreeView<GrowthRow>, "visible" | "selection" | "onDidChangeVisibility"> {
    return this.#view;
  }

  /** Asks for the rows again; the selection stays, since rows keep their ids. */
  refresh(title: string | undefined): void {
    this.#view.description = title ?? "";
    this.#changed.fire(undefined);
  }

  /** A line above the rows; empty for none. */
  setMessage(message: string): void {
    this.#message = message;
    this.#showMessage();
  }

  /** The number on the view's icon; none for no hot spots. */
  setBadge(spots: GrowthFiles["spots"] | undefined): void {
    this.#view.badge =
      spots === undefined || spots.count === 0 ? undefined : { value: spots.count, tooltip: spots.tooltip };
  }

  async sortBy(order: SortOrder): Promise<void> {
    await this.#change({ ...this.options, order });
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.#change({ ...this.options, grouping });
  }

  /** @param filter as typed; empty for none */
  async filterBy(filter: string): Promise<void> {
    await this.#change({ ...this.options, filter });
  }

  /** Shows the next page below a row. */
  showMore(more: GrowthRow): void {
    const parent = this.#parents.get(more.id);
    this.#limits.set(parent, this.#limit(parent) + PAGE_ROWS);
    this.#changed.fire(this.#row(parent));
  }

  /** Selects the last of the rows. @param focus the tree takes the keyboard */
  async reveal(steps: readonly TreeStep[], focus: boolean): Promise<void> {
    let parent: string | undefined;
    for (const { row, index } of steps) {
      this.#parents.set(row.id, parent);
      if (index >= this.#limit(parent)) {
        this.#limits.set(parent, Math.ceil((index + 1) / PAGE_ROWS) * PAGE_ROWS);
        this.#changed.fire(this.#row(parent));
      }
      this.#rows.set(row.id, this.#rows.get(row.id) ?? row);
      parent = row.id;
    }
    const row = this.#row(parent);
    if (row !== undefined) {
      await this.#view.reveal(row, { select: true, focus });
    }
  }

  async getChildren(parent?: GrowthRow): Promise<GrowthRow[]> {
    const { rows, hidden } = await this.#client.sendRequest(protocol.growth, {
      options: this.options,
      parent: parent?.id ?? null,
      limit: this.#limit(parent?.id),
    });
    if (parent === undefined) {
      this.#rows.clear();
      const { filter } = this.options;
      this.#filterMessage = filter === "" ? "" : t("tree.filterOn", { filter, count: hidden });
      this.#showMessage();
    }
    for (const row of rows) {
      this.#rows.set(row.id, row);
      this.#parents.set(row.id, parent?.id);
    }
    return [...rows];
  }

  getParent(row: GrowthRow): GrowthRow | undefined {
    return this.#row(this.#parents.get(row.id));
  }

  getTreeItem(row: GrowthRow): TreeItem {
    return treeItem(row);
  }

  /** What a click does is settled when it comes: by then other editors may be open. */
  resolveTreeItem(item: TreeItem, row: GrowthRow, _token: CancellationToken): TreeItem {
    if (row.place !== null) {
      item.command = openCommand(this.#client, row.place, row.label);
    }
    return item;
  }

  async #change(options: TreeOptions): Promise<void> {
    this.#limits.clear();
    await this.#choices.set(options);
    this.#changed.fire(undefined);
  }

  #showMessage(): void {
    this.#view.message = [this.#filterMessage, this.#message].filter((text) => text !== "").join(" ");
  }

  #limit(parent: string | undefined): number {
    return this.#limits.get(parent) ?? PAGE_ROWS;
  }

  #row(id: string | undefined): GrowthRow | undefined {
    return id === undefined ? undefined : this.#rows.get(id);
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}
