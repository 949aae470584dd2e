// The tree's selection follows the cursor, as the explorer's follows the editor.
import { Disposable, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import * as protocol from "#protocol";
import { treeFollowsEditor } from "./config.ts";
import type { GrowthView } from "./growthView.ts";
import { cursor } from "./treeReveal.ts";

/** The cursor is to have stood still for so long. */
const DELAY_MS = 150;

/** Asks nothing while the tree is not seen, and once for each line that the cursor comes to rest on. */
export function followEditor(
  client: LanguageClient,
  growth: GrowthView,
  report: (error: unknown) => void,
): Disposable {
  let timer: NodeJS.Timeout | undefined;
  let seen = "";
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => follow().catch(report), DELAY_MS);
  };
  const follow = async (): Promise<void> => {
    const at = cursor(client);
    if (!growth.widget.visible || !treeFollowsEditor() || at === undefined || !at.uri.endsWith(".qz")) {
      return;
    }
    const place = `${at.uri} ${at.line}`;
    if (place === seen) {
      return;
    }
    seen = place;
    const [selected] = growth.widget.selection;
    // A row that was clicked leads here; the figure of another family may be here too.
    const isShown = selected?.place?.uri === at.uri && selected.place.range.start.line === at.line;
    if (isShown || !client.isRunning()) {
      return;
    }
    const prefer = selected?.target?.family;
    const of = prefer === undefined ? at : { ...at, prefer };
    const path = await client.sendRequest(protocol.growthPath, { options: growth.options, of });
    if (path !== null && seen === place && growth.widget.visible) {
      await growth.reveal(path.steps, false);
    }
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(look),
    window.onDidChangeActiveTextEditor(look),
    growth.widget.onDidChangeVisibility(() => {
      seen = "";
      look();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
