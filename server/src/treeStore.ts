// The tree that was asked for last: levels of one tree are asked for one after the other.
import type { TreeOptions } from "#core/view/growthRow";
import { type ShownTree, shownTree } from "#core/view/tree/treeLevel";
import type { Profile } from "./profileStore.ts";
import type { ServerState } from "./serverState.ts";

export class TreeStore {
  readonly #state: ServerState;
  #last: { readonly profile: Profile; readonly key: string; readonly tree: ShownTree } | undefined;

  constructor(state: ServerState) {
    this.#state = state;
  }

  tree(profile: Profile, options: TreeOptions): ShownTree {
    const key = JSON.stringify([options.grouping, options.order, options.filter]);
    if (this.#last?.profile !== profile || this.#last.key !== key) {
      const { logs, folders, locale } = this.#state;
      const { model, attribution, comparison, shown } = profile;
      const source = {
        model,
        attribution,
        comparison,
        sources: logs.meaningFor(shown.log),
        folders: [...folders],
        locale,
      };
      this.#last = { profile, key, tree: shownTree(source, options) };
    }
    return this.#last.tree;
  }
}
