// Builds of quartz-rss.json as tasks, their runs as they come in, and `quartz-rss` in the editor's terminals.
import { match, ok, strictEqual } from "node:assert";
import { commands, type Extension, extensions, tasks, Uri, window, workspace } from "vscode";
import { until } from "../support/workbenchPage.ts";

/** Prints what a compiler would, one line after the other. */
const COMPILER = `
console.error("[mem] init:    1 MB  current                         (0ms)");
console.error("[mem] lex:     4321 MB  (+4320)                       (1ms)");
console.log("no log, and a lot of it");
`;

const PROJECT = {
  builds: [
    {
      ...{ name: "tiny", file: "self-hosted/quartz.qz" },
      steps: [{ role: "measure", command: ["node", "compiler.mjs"], stdout: "discard" }],
    },
  ],
};

export function defineBuildTests(): void {
  describe("Builds", () => {
    before(async () => {
      await write("compiler.mjs", COMPILER);
      await write("quartz-rss.json", JSON.stringify(PROJECT));
    });

    it("are offered as tasks", async () => {
      const found = await tasks.fetchTasks({ type: "quartz-rss" });
      strictEqual(found.map(({ name }) => name).join(), "tiny");
    });

    it("run outside the editor, and their run is shown", async () => {
      await commands.executeCommand("quartzRss.runBuild", "tiny");
      const text = await until("the hand-off of the run", async () => {
        await commands.executeCommand("quartzRss.openHandOff");
        const shown = window.activeTextEditor?.document.getText() ?? "";
        return shown.includes("4321 MB") ? shown : undefined;
      });
      match(text, /^# Where the memory goes/);
      match(text, /compiler\.mjs/);
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
  });

  describe("A terminal of the editor", () => {
    it("finds quartz-rss", async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      ok(folder !== undefined);
      const terminal = window.createTerminal({ shellPath: "/bin/sh", cwd: folder });
      terminal.sendText("quartz-rss --version >version.tmp && mv version.tmp version.txt");
      const version = await until("the version", async () => {
        try {
          return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, "version.txt")));
        } catch {
          return undefined;
        }
      });
      strictEqual(version.trim(), own()?.packageJSON.version);
      terminal.dispose();
    });
  });
}

function own(): Extension<unknown> | undefined {
  return extensions.all.find(({ id }) => id.endsWith(".quartz-rss-lens"));
}

async function write(path: string, text: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder !== undefined);
  await workspace.fs.writeFile(Uri.joinPath(folder.uri, path), new TextEncoder().encode(text));
}
