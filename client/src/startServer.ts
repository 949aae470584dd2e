// When the server starts. The extension is activated by any `.log` file, and most of those are none of ours: until there
// is something for the server, an activated extension costs no process.
import { Disposable, type TextDocument, workspace } from "vscode";
import { LOG_LANGUAGE } from "#protocol";

export interface ServerStart {
  readonly start: () => Promise<void>;
  /** Called each time when the workspace was looked through and holds no source. */
  readonly nothingHere: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Calls `start` once: when the workspace holds sources, or a source or a memory log is open. */
export function startWhenNeeded({ start, nothingHere, report }: ServerStart): Disposable {
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
  const lookForFiles = async (): Promise<void> => {
    const [file] = started ? [] : await workspace.findFiles("**/*.qz", undefined, 1);
    if (file !== undefined) {
      startNow();
    } else if (!started) {
      await nothingHere();
    }
  };
  const subscription = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeWorkspaceFolders(() => {
      lookForFiles().catch(report);
    }),
  );
  workspace.textDocuments.forEach(look);
  lookForFiles().catch(report);
  return subscription;
}
