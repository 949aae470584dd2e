// Hovers over sources through VS Code's own pipeline: what they say, and which links in them can be carried out.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { commands, type Hover, MarkdownString, Position, Uri, window, workspace } from "vscode";

const MIR_LOWER = "self-hosted/backend/mir_lower.qz";
const LIMIT_MS = 30_000;

export function defineHoverTests(): void {
  describe("Hovers over a source in an extension host", () => {
    before(async () => {
      await commands.executeCommand("quartzRss.useThisLog", fileUri("logs/before-fix.log"));
    });

    it("tell the figures of the function, as Markdown that may carry out exactly the commands of its links", async () => {
      const content = await hoverOver(MIR_LOWER, "def mir_lower_expr(", 6);
      match(content.value, /\*\*`mir_lower\$mir_lower_expr`\*\* · compiled function/);
      match(content.value, /2\.52 % of the phase · #1 of 11/);
      match(content.value, /Not to be concluded from it/);
      ok(typeof content.isTrusted === "object");
      deepStrictEqual(content.isTrusted.enabledCommands, ["quartzRss.showInChart", "quartzRss.revealInTree"]);
      strictEqual(content.supportHtml === true, false);
    });

    it("name commands that exist, with a figure that the chart knows", async () => {
      const content = await hoverOver(MIR_LOWER, "def mir_lower_expr(", 6);
      const links = [...content.value.matchAll(/<command:([\w.]+)\?([^>]+)>/g)];
      const known = new Set(await commands.getCommands(true));
      deepStrictEqual(
        links.map(([, id = ""]) => [id, known.has(id)]),
        [
          ["quartzRss.showInChart", true],
          ["quartzRss.revealInTree", true],
        ],
      );
      const [, chart = "", target = ""] = links[0] ?? [];
      const args: unknown[] = JSON.parse(decodeURIComponent(target));
      deepStrictEqual(args, [{ family: "subject", name: "mir_lower$mir_lower_expr" }]);
      await commands.executeCommand(chart, ...args);
      ok(window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === "Memory Flame Chart")));
    });

    it("are none in a body", async () => {
      const document = await workspace.openTextDocument(fileUri(MIR_LOWER));
      const head = lineOf(document.getText(), "def mir_lower_expr(");
      deepStrictEqual(await hovers(document.uri, new Position(head + 1, 3)), []);
    });
  });
}

/** The hover in the line that begins with `start`, once there is one. */
async function hoverOver(path: string, start: string, character: number): Promise<MarkdownString> {
  const document = await workspace.openTextDocument(fileUri(path));
  const position = new Position(lineOf(document.getText(), start), character);
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    for (const { contents } of await hovers(document.uri, position)) {
      const ours = contents.find((content) => content instanceof MarkdownString);
      if (ours instanceof MarkdownString && ours.value.includes("log line")) {
        return ours;
      }
    }
  }
  throw new Error(`waited in vain for a hover at ${start}`);
}

function hovers(uri: Uri, position: Position): Thenable<Hover[]> {
  return commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, position);
}

function lineOf(text: string, start: string): number {
  return text.split("\n").findIndex((line) => line.startsWith(start));
}

function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error("no workspace folder");
  }
  return Uri.joinPath(folder.uri, path);
}
