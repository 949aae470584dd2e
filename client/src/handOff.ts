// The shown run as a hand-off: a document that nobody has saved yet, or the clipboard.
import { env, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import * as protocol from "#protocol";

export async function openHandOff(client: LanguageClient): Promise<void> {
  const content = await handOff(client);
  if (content !== null) {
    await window.showTextDocument(await workspace.openTextDocument({ language: "markdown", content }));
  }
}

export async function copyHandOff(client: LanguageClient): Promise<void> {
  const content = await handOff(client);
  if (content !== null) {
    await env.clipboard.writeText(content);
    window.setStatusBarMessage(t("handoff.copied"), 5000);
  }
}

async function handOff(client: LanguageClient): Promise<string | null> {
  const content = await client.sendRequest(protocol.handOff);
  if (content === null) {
    // Told, not asked: nothing waits for the answer.
    void window.showInformationMessage(t("handoff.noRun"));
  }
  return content;
}
