// The commands of the tree. Each choice of a menu has two ids: the second is the one with the check mark.
import type { Memento } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Grouping, GrowthRow, SortOrder } from "#core/view/growthRow";
import * as protocol from "#protocol";
import { chooseCandidate, forgetCandidate } from "./candidatePick.ts";
import type { GrowthView } from "./growthView.ts";
import { askForFilter } from "./treeFilter.ts";
import { revealInTree } from "./treeReveal.ts";

interface TreeSurfaces {
  readonly client: LanguageClient;
  readonly growth: GrowthView;
  readonly memory: Memento;
}

export function treeCommands({
  client,
  growth,
  memory,
}: TreeSurfaces): Readonly<Record<string, (...args: never[]) => unknown>> {
  const sort = (order: SortOrder) => () => growth.sortBy(order);
  const group = (grouping: Grouping) => () => growth.groupBy(grouping);
  return {
    "quartzRss.groupByFunction": group("function"),
    "quartzRss.groupByFile": group("file"),
    "quartzRss.groupByPhase": group("phase"),
    "quartzRss.groupByKind": group("kind"),
    "quartzRss.groupedByFunction": group("function"),
    "quartzRss.groupedByFile": group("file"),
    "quartzRss.groupedByPhase": group("phase"),
    "quartzRss.groupedByKind": group("kind"),
    "quartzRss.sortByGrowth": sort("growth"),
    "quartzRss.sortByPerLine": sort("perLine"),
    "quartzRss.sortByShare": sort("share"),
    "quartzRss.sortByName": sort("name"),
    "quartzRss.sortByDifference": sort("difference"),
    "quartzRss.sortedByGrowth": sort("growth"),
    "quartzRss.sortedByPerLine": sort("perLine"),
    "quartzRss.sortedByShare": sort("share"),
    "quartzRss.sortedByName": sort("name"),
    "quartzRss.sortedByDifference": sort("difference"),
    "quartzRss.filterTree": () => askForFilter(growth),
    "quartzRss.clearTreeFilter": () => growth.filterBy(""),
    "quartzRss.showMoreRows": (row: GrowthRow) => growth.showMore(row),
    [protocol.REVEAL_IN_TREE]: (target: unknown) => revealInTree(client, growth, target),
    "quartzRss.chooseCandidate": (row: unknown) => chooseCandidate({ client, memory }, row),
    "quartzRss.forgetCandidate": (row: unknown) => forgetCandidate({ client, memory }, row),
  };
}
