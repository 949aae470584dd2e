// "Next hot spot": walks through the largest growths, starting from where the cursor is.
import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import type { HotSpot } from "#core/view/hotSpots";
import * as protocol from "#protocol";
import { openLocation } from "./openPlace.ts";

/** @param step 1 for the next smaller one, −1 for the next larger one; goes round at the ends */
export async function walkHotSpots(client: LanguageClient, step: 1 | -1): Promise<void> {
  const spots = await client.sendRequest(protocol.hotSpots);
  if (spots.length === 0) {
    window.setStatusBarMessage(t("hotSpot.none"), 3000);
    return;
  }
  const here = spots.findIndex((spot) => isHere(client, spot));
  const index = here < 0 ? (step > 0 ? 0 : spots.length - 1) : (here + step + spots.length) % spots.length;
  const spot = spots[index];
  if (spot !== undefined) {
    await openLocation(client, spot, false);
    window.setStatusBarMessage(
      t("hotSpot.at", { number: index + 1, all: spots.length, name: spot.name }),
      3000,
    );
  }
}

function isHere(client: LanguageClient, { uri, range }: HotSpot): boolean {
  const editor = window.activeTextEditor;
  return (
    editor !== undefined &&
    client.code2ProtocolConverter.asUri(editor.document.uri) === uri &&
    editor.selection.active.line === range.start.line
  );
}
