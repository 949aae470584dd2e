// When the server starts. The extension is activated by any `.log` file, and most of those are none of ours: until there
// is something for the server, an activated extension costs no process.
import { type Disposable, type TextDocument, workspace } from "vscode";
import { LOG_LANGUAGE } from "#protocol";

/** Calls `start` once: when the workspace holds sources, or a source or a memory log is open. */
export function startWhenNeeded(start: () => Promise<void>, report: (error: unknown) => void): Disposable {
  let started = false;
  const startNow = (): void => {
    if (!started) {
      started = true;
      subscription.dispose();
      start().catch(report);
    }
  };
  const look = (document: TextDocument): void => {
    if (document.languageId === LOG_LANGUAGE || document.fileName.endsWith(".qz")) {
      startNow();
    }
  };
  const subscription = workspace.onDidOpenTextDocument(look);
  workspace.textDocuments.forEach(look);
  if (!started) {
    workspace.findFiles("**/*.qz", undefined, 1).then((files) => files.forEach(startNow), report);
  }
  return subscription;
}
