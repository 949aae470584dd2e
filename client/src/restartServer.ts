// Stops the server and starts a new one. What was shown goes along with the handshake, so overlays come back.
import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";

const TOLD_MS = 3000;

export async function restartServer(client: LanguageClient): Promise<void> {
  await client.restart();
  window.setStatusBarMessage(t("server.restarted"), TOLD_MS);
}
