// Memory logs that are too large for VS Code to hand them to extensions: there is a tab, but neither a document nor an
// editor. The server can still read their figures from disk, and the user is told so.
import { Disposable, TabInputText, type Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import { formatAmount } from "#core/base/units";
import * as protocol from "#protocol";

/** Above it, VS Code does not copy a text to the extension host. It counts characters; a file has at least as many bytes. */
const LARGEST_TEXT_BYTES = 50 * 1024 * 1024;
const EXTENSIONS = /\.(?:log|txt)$/i;

/** The file of the active tab, also of one whose editor extensions cannot see. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText ? input.uri : window.activeTextEditor?.document.uri;
}

/**
 * Tells of each large log that comes to the front, once per file and session.
 * @param use shows the log
 */
export function watchLargeLogs(
  client: LanguageClient,
  use: (uri: Uri) => Promise<void>,
  report: (error: unknown) => void,
): Disposable {
  const told = new Set<string>();
  const look = (): void => {
    const uri = activeFile();
    if (uri !== undefined && !told.has(uri.toString())) {
      tell(uri).catch(report);
    }
  };
  const tell = async (uri: Uri): Promise<void> => {
    const sizeBytes = await hiddenSize(uri);
    if (sizeBytes === undefined || told.has(uri.toString())) {
      return;
    }
    told.add(uri.toString());
    const isLog = await client.sendRequest(protocol.looksLikeLog, {
      uri: client.code2ProtocolConverter.asUri(uri),
    });
    if (!isLog || isOpen(uri)) {
      return;
    }
    const log = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const message = t("logFile.tooLarge", { log, size: formatAmount(sizeBytes) });
    const button = t("logFile.useThisLog");
    if ((await window.showInformationMessage(message, button)) === button) {
      await use(uri);
    }
  };
  look();
  return Disposable.from(window.tabGroups.onDidChangeTabs(look), window.tabGroups.onDidChangeTabGroups(look));
}

/** Size in bytes of a file that may be a log and is not handed out; undefined for all others. */
async function hiddenSize(uri: Uri): Promise<number | undefined> {
  if (uri.scheme !== "file" || !EXTENSIONS.test(uri.path) || isOpen(uri)) {
    return undefined;
  }
  const { size } = await workspace.fs.stat(uri);
  return size > LARGEST_TEXT_BYTES ? size : undefined;
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
