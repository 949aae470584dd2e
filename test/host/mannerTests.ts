// The language server as a process: restarted by a command, and by itself when it dies. What was shown comes back.
import { match, notStrictEqual, ok, strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { type CodeLens, ConfigurationTarget, commands, Uri, workspace } from "vscode";
import { until } from "../support/workbenchPage.ts";

const WALK = "self-hosted/middle/typecheck_walk.qz";

export function defineMannerTests(): void {
  describe("The language server", () => {
    before(async () => {
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/phase3b-kinds.log"), 0);
      await figures();
    });

    it("comes back on command, with the run that was shown", async () => {
      const shown = await figures();
      const old = serverPid();
      await commands.executeCommand("quartzRss.restartServer");
      notStrictEqual(await until("a new server", async () => serverPid()), old);
      strictEqual(await figures(), shown);
    });

    it("comes back by itself when it is killed, with the run that was shown", async () => {
      const shown = await figures();
      const old = serverPid();
      ok(old !== undefined);
      process.kill(old, "SIGKILL");
      await until("a new server", async () => {
        const now = serverPid();
        return now === old ? undefined : now;
      });
      strictEqual(await figures(), shown);
    });

    it("is traced as long as the setting says so, without a restart", async () => {
      const settings = workspace.getConfiguration("quartzRss");
      const pid = serverPid();
      strictEqual(await hasTrace(), false);
      await settings.update("trace.server", "messages", ConfigurationTarget.Global);
      await until("a traced message", async () => {
        await figures();
        return hasTrace();
      });
      await settings.update("trace.server", undefined, ConfigurationTarget.Global);
      strictEqual(serverPid(), pid);
    });
  });
}

/** Titles of the lenses on the dispatcher's branches, once there are any. */
async function figures(): Promise<string> {
  const document = await workspace.openTextDocument(fileUri(WALK));
  const titles = await until("the lenses of the kinds", async () => {
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      1000,
    );
    const found = lenses
      .map(({ command }) => command?.title ?? "")
      .filter((title) => title.includes("NODE_"));
    return found.length === 0 ? undefined : found;
  });
  match(titles.join("\n"), /NODE_CALL: \+5764 MB inclusive/);
  return titles.join("\n");
}

/** The channel is made with the first message in it, and VS Code has a command to show each channel. */
async function hasTrace(): Promise<boolean> {
  const known = await commands.getCommands();
  return known.some(
    (id) => id.startsWith("workbench.action.output.show.") && id.endsWith("Quartz RSS Lens Trace"),
  );
}

/** The only process of this extension host that runs our server. */
function serverPid(): number | undefined {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const own = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found?.[2] === String(process.pid) && found[3]?.includes("server.cjs"));
  return own.length === 1 ? Number(own[0]?.[1]) : undefined;
}

function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error("no workspace folder");
  }
  return Uri.joinPath(folder.uri, path);
}
