// How the tree is grouped, sorted and filtered. Grouping and order are remembered in the workspace; a filter is not, since a
// tree that hides rows from yesterday on is taken for an empty one.
import { commands, type Memento } from "vscode";
import { GROUPINGS, SORT_ORDERS, type TreeOptions } from "#core/view/growthRow";

const KEY = "quartzRss.tree";

export class TreeChoices {
  readonly #memory: Memento;
  #options: TreeOptions;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#options = readChoices(memory.get<unknown>(KEY));
    void this.#tellMenus();
  }

  get options(): TreeOptions {
    return this.#options;
  }

  async set(options: TreeOptions): Promise<void> {
    this.#options = options;
    const { grouping, order } = options;
    await Promise.all([this.#memory.update(KEY, { grouping, order }), this.#tellMenus()]);
  }

  /** Menus have check marks by these. */
  async #tellMenus(): Promise<void> {
    const { grouping, order, filter } = this.#options;
    const context = { grouping, order, filtered: filter !== "" };
    await Promise.all(
      Object.entries(context).map(([key, value]) =>
        commands.executeCommand("setContext", `quartzRss.tree.${key}`, value),
      ),
    );
  }
}

/** What was kept may be of another version. */
function readChoices(kept: unknown): TreeOptions {
  const { grouping, order }: Readonly<Record<string, unknown>> =
    typeof kept === "object" && kept !== null ? { ...kept } : {};
  return {
    grouping: GROUPINGS.find((known) => known === grouping) ?? "function",
    order: SORT_ORDERS.find((known) => known === order) ?? "growth",
    filter: "",
  };
}
