// The box that a filter of the tree is typed into.
import { window } from "vscode";
import { t } from "#core/base/text";
import { parseTreeFilter } from "#core/view/tree/treeFilter";
import type { GrowthView } from "./growthView.ts";

export async function askForFilter(growth: GrowthView): Promise<void> {
  const filter = await window.showInputBox({
    title: t("tree.filterTitle"),
    prompt: t("tree.filterPrompt"),
    value: growth.options.filter,
    validateInput: (text) => (parseTreeFilter(text) === undefined ? t("tree.filterUnreadable") : undefined),
  });
  if (filter !== undefined) {
    await growth.filterBy(filter.trim());
  }
}
