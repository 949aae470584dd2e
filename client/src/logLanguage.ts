// Memory logs get their language by what they hold. VS Code opens every `.log` file as its own `log`, whatever its first
// line is, so the language is set once the document is there.
import { Disposable, languages, Range, type TextDocument, workspace } from "vscode";
import { looksLikeMemoryLog } from "#core/log/looksLikeLog";
import { LOG_LANGUAGE } from "#protocol";

/** What VS Code calls files that it does not know better. */
const GENERAL_LANGUAGES = ["log", "plaintext"];
/** Output channels are `log` documents too, but nobody's files. */
const SCHEMES = ["file", "untitled"];
const BEGINNING = 65_536;

/**
 * Sets the language of memory logs, when they are opened and when they become one by what is put into them. Once per
 * document: who changes it back has the last word.
 */
export function recogniseLogs(report: (error: unknown) => void): Disposable {
  const settled = new WeakSet<TextDocument>();
  const look = (document: TextDocument): void => {
    if (document.languageId === LOG_LANGUAGE) {
      settled.add(document);
    } else if (isCandidate(document) && !settled.has(document) && looksLikeMemoryLog(beginning(document))) {
      settled.add(document);
      languages.setTextDocumentLanguage(document, LOG_LANGUAGE).then(undefined, report);
    }
  };
  workspace.textDocuments.forEach(look);
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ text }) => text.includes("[mem") || text.includes("[kind"))) {
        look(document);
      }
    }),
  );
}

function isCandidate({ languageId, uri }: TextDocument): boolean {
  return GENERAL_LANGUAGES.includes(languageId) && SCHEMES.includes(uri.scheme);
}

function beginning(document: TextDocument): string {
  return document.getText(new Range(document.positionAt(0), document.positionAt(BEGINNING)));
}
