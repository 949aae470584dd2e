// Figures and code that moves on, in a real extension host: edits, undo, two editors, renames and branch switches as
// VS Code and its file watcher tell of them.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type CodeLens,
  commands,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";

const LIMIT_MS = 30_000;
const CHANGED = /^changed since the import · compiled: \+\d+ MB/;
const SAME = /^compiled: \+\d+ MB/;

const code = (name: string): string => `def ${name}(a: Int): Int\n  var b = a\n  return b\nend\n`;

/** Path → source; each has one function that the log names. */
const SOURCES = {
  "drift/drift_alpha.qz": code("alpha"),
  "drift/drift_beta.qz": code("beta"),
  "drift/inner/drift_gamma.qz": code("gamma"),
  "drift/inner/drift_delta.qz": code("delta"),
} as const;
const ALPHA = "drift/drift_alpha.qz";

const LOG = `[mem] init: 1 MB current (0ms)
[mem-fn] +40 MB: drift_alpha$alpha
[mem-fn] +30 MB: drift_beta$beta
[mem-fn] +20 MB: drift_gamma$gamma
[mem-fn] +10 MB: drift_delta$delta
[mem] typecheck: 301 MB (+300) (9ms)
`;

export function defineDriftTests(): void {
  describe("Drift", () => {
    before(async () => {
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/before-fix.log"));
      await untilTitle("self-hosted/backend/mir_lower.qz", SAME);
      await writeAll(SOURCES);
      await useLog("logs/drift-first.log");
      await untilLenses(SOURCES, SAME);
      // A log of its own for what follows: by now all of the code is there to be remembered.
      const imports = fileUri(".quartz-rss/imports").fsPath;
      const before = new Set(await readdir(imports));
      await useLog("logs/drift.log");
      await until("what the code was like to be kept", async () =>
        (await readdir(imports)).some((name) => name.endsWith(".json") && !before.has(name)),
      );
    });

    after(async () => {
      await commands.executeCommand("workbench.action.files.revert");
      await commands.executeCommand("workbench.action.closeAllEditors");
      await rm(fileUri("drift").fsPath, { recursive: true, force: true });
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/before-fix.log"));
    });

    it("an edit above moves the lens in the same moment", async () => {
      const editor = await window.showTextDocument(await open(ALPHA));
      deepStrictEqual(await lensLines(editor.document), [0]);
      await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# one\n# two\n"));
      deepStrictEqual(await lensLines(editor.document), [2]);
      match(await title(ALPHA), SAME);
      await commands.executeCommand("undo");
      deepStrictEqual(await lensLines(editor.document), [0]);
    });

    it("an edit of the body makes it stale, undo makes it good, redo stale again", async () => {
      const editor = await window.showTextDocument(await open(ALPHA));
      await editor.edit((edit) => edit.replace(new Range(1, 10, 1, 11), "a + 1"));
      match(await title(ALPHA), CHANGED);
      await commands.executeCommand("undo");
      strictEqual(editor.document.getText(), SOURCES[ALPHA]);
      match(await title(ALPHA), SAME);
      await commands.executeCommand("redo");
      match(await title(ALPHA), CHANGED);
      await commands.executeCommand("undo");
      match(await title(ALPHA), SAME);
    });

    it("an edit in one of two editors of a file counts in both", async () => {
      const document = await open(ALPHA);
      await window.showTextDocument(document, ViewColumn.One);
      const second = await window.showTextDocument(document, ViewColumn.Two);
      await second.edit((edit) => edit.insert(document.positionAt(0), "# one\n"));
      const shown = window.visibleTextEditors.filter((editor) => editor.document.uri.path.endsWith(ALPHA));
      deepStrictEqual(await Promise.all(shown.map((editor) => lensLines(editor.document))), [[1], [1]]);
      await commands.executeCommand("undo");
      deepStrictEqual(await lensLines(document), [0]);
      await commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
    });

    it("a renamed file keeps its figures, and is the same code", async () => {
      const renamed = "drift/drift_omega.qz";
      await workspace.fs.rename(fileUri(ALPHA), fileUri(renamed));
      match(await untilTitle(renamed, /compiled: \+40 MB/), SAME);
      await workspace.fs.rename(fileUri(renamed), fileUri(ALPHA));
      match(await untilTitle(ALPHA, /compiled: \+40 MB/), SAME);
    });

    it("a renamed folder too", async () => {
      await workspace.fs.rename(fileUri("drift/inner"), fileUri("drift/other"));
      match(await untilTitle("drift/other/drift_gamma.qz", /compiled: \+20 MB/), SAME);
      await workspace.fs.rename(fileUri("drift/other"), fileUri("drift/inner"));
      match(await untilTitle("drift/inner/drift_gamma.qz", /compiled: \+20 MB/), SAME);
    });

    it("a branch switch that rewrites open and closed files at once, and back", async () => {
      await window.showTextDocument(await open(ALPHA));
      await writeAll({
        [ALPHA]: SOURCES[ALPHA].replace("return b", "return b + 1"),
        "drift/drift_beta.qz": SOURCES["drift/drift_beta.qz"].replace("var b = a", "var b = 2"),
        "drift/inner/drift_gamma.qz": `# moved\n${SOURCES["drift/inner/drift_gamma.qz"]}`,
      });
      await rm(fileUri("drift/inner/drift_delta.qz").fsPath);
      await untilTitle(ALPHA, CHANGED);
      await untilTitle("drift/drift_beta.qz", CHANGED);
      const gamma = await open("drift/inner/drift_gamma.qz");
      await until("gamma to move", async () => (await lensLines(gamma))[0] === 1);
      match(await title("drift/inner/drift_gamma.qz"), SAME);
      await writeAll(SOURCES);
      await untilLenses(SOURCES, SAME);
      ok((await lensLines(gamma))[0] === 0);
    });
  });
}

function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error("no workspace folder");
  }
  return Uri.joinPath(folder.uri, path);
}

/** As another program does it, past VS Code. */
async function writeAll(files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const { fsPath } = fileUri(path);
      await mkdir(dirname(fsPath), { recursive: true });
      await writeFile(fsPath, text);
    }),
  );
}

async function useLog(path: string): Promise<void> {
  await writeFile(fileUri(path).fsPath, LOG);
  await commands.executeCommand("quartzRss.useThisLog", fileUri(path));
}

async function open(path: string): Promise<TextDocument> {
  return workspace.openTextDocument(fileUri(path));
}

async function lenses({ uri }: TextDocument): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
}

async function lensLines(document: TextDocument): Promise<readonly number[]> {
  return (await lenses(document)).map(({ range }) => range.start.line);
}

/** Of the only lens; empty when there is none. */
async function title(path: string): Promise<string> {
  const [lens] = await lenses(await open(path));
  return lens?.command?.title ?? "";
}

async function untilTitle(path: string, expected: RegExp): Promise<string> {
  let found = "";
  await until(
    `${expected} in ${path}`,
    async () => {
      found = await title(path).catch(String);
      return expected.test(found);
    },
    () => found,
  );
  return found;
}

async function untilLenses(files: Readonly<Record<string, string>>, expected: RegExp): Promise<void> {
  for (const path of Object.keys(files)) {
    await untilTitle(path, expected);
  }
}

async function until(
  what: string,
  ask: () => Promise<boolean>,
  found: () => string = () => "",
): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (!(await ask())) {
    if (Date.now() > limit) {
      throw new Error(`waited in vain for ${what}; found: ${found()}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
