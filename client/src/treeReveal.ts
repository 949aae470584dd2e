// The way from a figure, or from the cursor, to its row in the tree.
import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import type { FigureTarget } from "#core/view/lenses";
import * as protocol from "#protocol";
import type { GrowthView } from "./growthView.ts";

const TOLD_MS = 3000;

/** @param target from a link in a hover; without it, what is at the cursor */
export async function revealInTree(
  client: LanguageClient,
  growth: GrowthView,
  target: unknown,
): Promise<void> {
  const of = isTarget(target) ? target : cursor(client);
  const path =
    of === undefined ? null : await client.sendRequest(protocol.growthPath, { options: growth.options, of });
  if (path === null) {
    window.setStatusBarMessage(t("tree.nothingHere"), TOLD_MS);
  } else if (path.steps.length > 0) {
    await growth.reveal(path.steps, true);
  } else {
    const clear = t("tree.clearFilter");
    if ((await window.showInformationMessage(t("tree.filterHides"), clear)) === clear) {
      await growth.filterBy("");
      await revealInTree(client, growth, target);
    }
  }
}

/** Undefined while no editor of a file is active. */
export function cursor(client: LanguageClient): { readonly uri: string; readonly line: number } | undefined {
  const editor = window.activeTextEditor;
  return (
    editor && {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      line: editor.selection.active.line,
    }
  );
}

/** Arguments of commands come from links and menus. */
function isTarget(value: unknown): value is FigureTarget {
  if (typeof value !== "object" || value === null || !("family" in value)) {
    return false;
  }
  return value.family === "subject"
    ? "name" in value && typeof value.name === "string"
    : value.family === "handler" && "row" in value && typeof value.row === "number";
}
