// What only a real extension host can show: activation, lenses through VS Code's own pipeline, commands, the tree's
// place, the panel. The workspace is a copy of the demo.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { type CodeLens, commands, extensions, type TextDocument, Uri, window, workspace } from "vscode";

const EXTENSION = "quartz-rss-lens.quartz-rss-lens";
const MIR_LOWER = "self-hosted/backend/mir_lower.qz";
const LIMIT_MS = 30_000;

export function defineOverlayTests(): void {
  describe("Quartz RSS Lens in an extension host", () => {
    it("activates in a workspace with .qz files", async () => {
      await until("activation", async () => extensions.getExtension(EXTENSION)?.isActive === true);
    });

    it("contributes every command that its manifest names", async () => {
      const manifest: { contributes: { commands: { command: string }[] } } =
        extensions.getExtension(EXTENSION)?.packageJSON;
      const known = new Set(await commands.getCommands(true));
      deepStrictEqual(
        manifest.contributes.commands.map(({ command }) => command).filter((id) => !known.has(id)),
        [],
      );
    });

    it("puts a lens above each compiled function that the log names", async () => {
      const titles = await lensTitles(MIR_LOWER, /mir_lower|compiled/);
      const compiled = titles.filter((title) => title.startsWith("compiled: "));
      strictEqual(compiled.length, 3);
      match(
        compiled[0] ?? "",
        /^compiled: \+136 MB while typecheck · 2\.52 % of the phase · #1 of 11 · 0\.\d+ MB\/line$/,
      );
    });

    it("moves a lens with an edit", async () => {
      const document = await open(MIR_LOWER);
      const before = await firstLensLine(document);
      const editor = await window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# one more line\n"));
      await until("the lens to move", async () => (await firstLensLine(document)) === before + 1);
      await commands.executeCommand("undo");
      await until("the lens to move back", async () => (await firstLensLine(document)) === before);
    });

    it("shows another log on command, with lenses on dispatch branches and handlers", async () => {
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/phase3b-kinds.log"));
      const walk = await lensTitles(
        "self-hosted/middle/typecheck_walk.qz",
        /^NODE_CALL: \+5764 MB inclusive/,
      );
      ok(walk.some((title) => title.startsWith("NODE_BLOCK: +14041 MB inclusive")));
      const handlers = await lensTitles(
        "self-hosted/middle/typecheck_expr_handlers.qz",
        /^handles NODE_CALL/,
      );
      ok(handlers.some((title) => title.includes("69,186 nodes")));
    });

    it("follows a log that grows", async () => {
      const log = fileUri("logs/growing.log");
      await writeFile(log.fsPath, "[mem] init: 1 MB current (0ms)\n");
      await commands.executeCommand("quartzRss.useThisLog", log);
      await appendFile(
        log.fsPath,
        "[mem-fn] +99 MB: mir_lower$mir_lower_all\n[mem] typecheck: 301 MB (+300) (9ms)\n",
      );
      await lensTitles(MIR_LOWER, /^compiled: \+99 MB while typecheck/);
    });

    it("follows a source that changes on disk", async () => {
      const walk = fileUri("self-hosted/middle/liveness.qz");
      const text = await readFile(walk.fsPath, "utf8");
      const log = fileUri("logs/growing.log");
      await appendFile(log.fsPath, "[mem-fn] +55 MB: liveness$brand_new\n[mem] mir: 401 MB (+100) (19ms)\n");
      await writeFile(walk.fsPath, `${text}\ndef brand_new()\n  return 1\nend\n`);
      await lensTitles("self-hosted/middle/liveness.qz", /^compiled: \+55 MB while mir/);
    });

    it("opens the chart, and walks to the next hot spot", async () => {
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/before-fix.log"));
      await commands.executeCommand("quartzRss.showFlameChart");
      await until("the chart's tab", async () =>
        window.tabGroups.all.some((group) => group.tabs.some(({ label }) => label === "Memory Flame Chart")),
      );
      await commands.executeCommand("quartzRss.nextHotSpot");
      await until(
        "the hottest function",
        async () => window.activeTextEditor?.document.fileName.endsWith(MIR_LOWER) === true,
      );
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

async function open(path: string): Promise<TextDocument> {
  return workspace.openTextDocument(fileUri(path));
}

async function lenses(document: TextDocument): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 1000);
}

/** Titles of a file's lenses, once one of them fits. */
async function lensTitles(path: string, expected: RegExp): Promise<readonly string[]> {
  const document = await open(path);
  let titles: readonly string[] = [];
  await until(
    `a lens ${expected} in ${path}`,
    async () => {
      titles = (await lenses(document)).map(({ command }) => command?.title ?? "");
      return titles.some((title) => expected.test(title));
    },
    () => titles.join("\n"),
  );
  return titles;
}

async function firstLensLine(document: TextDocument): Promise<number> {
  return Math.min(...(await lenses(document)).map(({ range }) => range.start.line));
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
