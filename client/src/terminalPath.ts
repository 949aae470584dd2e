// Terminals of the editor find `quartz-rss`: a folder with small launchers comes first on their PATH.
import { delimiter } from "node:path";
import { type ExtensionContext, Uri } from "vscode";
import { t } from "#core/base/text";

/** The launchers run the bundled CLI on the Node that the editor itself runs on. */
export function offerInTerminals({ environmentVariableCollection, extensionUri }: ExtensionContext): void {
  const folder = Uri.joinPath(extensionUri, "dist", "bin").fsPath;
  environmentVariableCollection.description = t("terminal.path");
  // Terminals that were restored have it from their start, whatever the extension does meanwhile.
  environmentVariableCollection.persistent = true;
  environmentVariableCollection.prepend("PATH", `${folder}${delimiter}`);
  environmentVariableCollection.replace("QUARTZ_RSS_NODE", process.execPath);
}
