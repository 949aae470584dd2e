// Memory logs as documents, through VS Code's own pipelines: which language they get, and what the providers answer.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { writeFile } from "node:fs/promises";
import {
  type CodeLens,
  commands,
  type Definition,
  type Diagnostic,
  type DocumentLink,
  type FoldingRange,
  type Hover,
  type LocationLink,
  languages,
  MarkdownString,
  Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";

const LANGUAGE = "quartz-memory-log";
const LIMIT_MS = 30_000;
const READINGS = "[mem] init: 1 MB current (0ms)\n[mem] lex: 3 MB (+2) (1ms)\n";

export function defineLogDocumentTests(): void {
  describe("a memory log in an editor", () => {
    it("is recognised in a .log file by what it holds", async () => {
      const document = await workspace.openTextDocument(fileUri("logs/before-fix.log"));
      await until("the language", () => document.languageId === LANGUAGE);
    });

    it("is recognised by the name .mem.log, whatever it holds", async () => {
      const document = await openFile("logs/empty.mem.log", "");
      strictEqual(document.languageId, LANGUAGE);
    });

    it("another .log file stays what it is", async () => {
      const document = await openFile("logs/other.log", "12:00 started\n12:01 [memory] 5 MB\n");
      await until("a memory log opened later", async () => {
        const later = await openFile("logs/later.log", READINGS);
        return later.languageId === LANGUAGE;
      });
      strictEqual(document.languageId, "log");
    });

    it("is recognised when it is pasted into an untitled document", async () => {
      const document = await workspace.openTextDocument({ content: "notes\n" });
      const editor = await window.showTextDocument(document);
      strictEqual(document.languageId, "plaintext");
      await editor.edit((edit) => edit.insert(new Position(1, 0), READINGS));
      await until("the language", () => document.languageId === LANGUAGE);
    });

    it("who changes the language back has the last word", async () => {
      const document = await openFile("logs/mine.log", READINGS);
      await until("the language", () => document.languageId === LANGUAGE);
      await languages.setTextDocumentLanguage(document, "plaintext");
      const editor = await window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new Position(0, 0), READINGS));
      await until("a memory log opened later", async () => {
        const later = await openFile("logs/later2.log", READINGS);
        return later.languageId === LANGUAGE;
      });
      strictEqual(document.languageId, "plaintext");
      await commands.executeCommand("workbench.action.files.revert");
    });

    it("links its names to the sources", async () => {
      const links = await answer<DocumentLink[]>("vscode.executeLinkProvider", (found) => found.length > 0);
      strictEqual(links.length, 11);
      match(links[0]?.target?.toString(true) ?? "", /\/self-hosted\/backend\/mir_lower\.qz#L?185$/);
      match(links[0]?.tooltip ?? "", /^mir_lower\$mir_lower_expr in mir_lower\.qz, line 185$/);
    });

    it("a name's definition is the declaration, the whole name underlined", async () => {
      const [found] = await answer<(Definition | LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        (places) => places.length > 0,
        new Position(4, 30),
      );
      ok(found !== undefined && "targetUri" in found);
      match(found.targetUri.path, /mir_lower\.qz$/);
      deepStrictEqual(
        [found.originSelectionRange?.start.character, found.originSelectionRange?.end.character],
        [18, 42],
      );
    });

    it("hovers are Markdown that is not trusted", async () => {
      const [hover] = await answer<Hover[]>(
        "vscode.executeHoverProvider",
        (hovers) => hovers.length > 0,
        new Position(4, 30),
      );
      const [content] = hover?.contents ?? [];
      ok(content instanceof MarkdownString);
      ok(content.isTrusted !== true && content.supportHtml !== true);
      match(content.value, /2\\?\.52 % of the phase · #1 of 11/);
    });

    it("folds its run and its phases, and a source folds as before", async () => {
      const folds = await answer<FoldingRange[]>(
        "vscode.executeFoldingRangeProvider",
        (ranges) => ranges.length > 0,
      );
      deepStrictEqual(
        folds.map(({ start, end }) => [start, end]),
        [
          [0, 24],
          [4, 20],
        ],
      );
      // A source is folded by its indentation, as long as nobody answers for it.
      const source = await workspace.openTextDocument(fileUri("self-hosted/backend/mir_lower.qz"));
      const ranges = await commands.executeCommand<FoldingRange[]>(
        "vscode.executeFoldingRangeProvider",
        source.uri,
      );
      ok(ranges.length > 10);
    });

    it("a lens shows its run", async () => {
      const uri = fileUri("logs/two.log");
      const again = READINGS.replace("3 MB (+2)", "7 MB (+6)");
      await openFile("logs/two.log", READINGS + again);
      const lenses = (): Thenable<CodeLens[]> =>
        commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
      await until("two lenses", async () => (await lenses()).length === 2);
      const [first] = await lenses();
      strictEqual(first?.command?.title, "Show this run: 3 MB · lex +2 MB");
      await commands.executeCommand(first.command.command, ...(first.command.arguments ?? []));
      await until(
        "the run to be shown",
        async () => (await lenses())[0]?.command?.title.startsWith("Shown") === true,
      );
      strictEqual((await lenses())[1]?.command?.title, "Show this run: 7 MB · lex +6 MB");
    });

    it("problems come with the document and go with it", async () => {
      const document = await openFile("logs/broken.log", `${READINGS}[mem-fn] +93 KB: a\n`);
      await window.showTextDocument(document);
      const problems = (): Diagnostic[] => languages.getDiagnostics(document.uri);
      await until("a problem", () => problems().length === 1);
      const [problem] = problems();
      strictEqual(problem?.source, "quartz-rss");
      strictEqual(document.getText(problem.range), "KB:");
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await until("no problem", () => problems().length === 0);
    });

    it("the command takes the file of the active tab", async () => {
      const document = await workspace.openTextDocument(fileUri("logs/before-fix.log"));
      await window.showTextDocument(document);
      await commands.executeCommand("quartzRss.useThisLog");
      await until("the lens that says so", async () => {
        const lenses = await commands.executeCommand<CodeLens[]>(
          "vscode.executeCodeLensProvider",
          document.uri,
          100,
        );
        return lenses[0]?.command?.title === "Shown in the editor: 12470 MB · mir +6450 MB";
      });
    });
  });
}

/** What VS Code answers about the log of the demo, once it is as it should be. */
async function answer<R>(command: string, isRight: (result: R) => boolean, ...more: unknown[]): Promise<R> {
  const document = await workspace.openTextDocument(fileUri("logs/before-fix.log"));
  await until("the language", () => document.languageId === LANGUAGE);
  let result: R | undefined;
  await until(command, async () => {
    const found = await commands.executeCommand<R | undefined>(command, document.uri, ...more);
    result = found;
    return found !== undefined && isRight(found);
  });
  if (result === undefined) {
    throw new Error(`${command} has no answer`);
  }
  return result;
}

async function openFile(path: string, text: string): Promise<TextDocument> {
  const uri = fileUri(path);
  await writeFile(uri.fsPath, text);
  return workspace.openTextDocument(uri);
}

function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error("no workspace folder");
  }
  return Uri.joinPath(folder.uri, path);
}

async function until(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (!(await ask())) {
    if (Date.now() > limit) {
      throw new Error(`waited in vain for ${what}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
