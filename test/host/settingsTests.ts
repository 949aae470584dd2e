// Settings in a real extension host: a change reaches the server, and VS Code shows other lenses, without reload.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { type CodeLens, ConfigurationTarget, commands, Uri, workspace } from "vscode";

const MIR_LOWER = "self-hosted/backend/mir_lower.qz";
const LIMIT_MS = 30_000;

export function defineSettingsTests(): void {
  describe("Settings", () => {
    before(() => commands.executeCommand("quartzRss.useThisLog", fileUri("logs/before-fix.log")));

    afterEach(async () => {
      for (const name of ["lens.enabled", "lens.density", "top", "minimumMegabytes"]) {
        await set(name, undefined);
      }
    });

    it("have their defaults", () => {
      const ours = workspace.getConfiguration("quartzRss");
      deepStrictEqual(
        ["lens.enabled", "lens.density", "top", "heat.scope", "heat.curve", "band.enabled"].map((name) =>
          ours.get(name),
        ),
        [true, "full", 0, "run", "logarithmic", true],
      );
    });

    it("take lenses away and bring them back", async () => {
      await untilTitles("three lenses", (titles) => titles.length === 3);
      await set("lens.enabled", false);
      await untilTitles("no lens", (titles) => titles.length === 0);
      await set("lens.enabled", undefined);
      await untilTitles("three lenses", (titles) => titles.length === 3);
    });

    it("make lenses compact", async () => {
      await set("lens.density", "compact");
      const [first] = await untilTitles("compact lenses", (titles) =>
        titles.every((title) => !title.includes("·")),
      );
      strictEqual(first, "compiled: +136 MB while typecheck");
    });

    it("show the largest only, with the rank that they have", async () => {
      await set("top", 1);
      const [only] = await untilTitles("one lens", (titles) => titles.length === 1);
      match(only ?? "", /^compiled: \+136 MB while typecheck .* · #1 of 11 · /);
    });

    it("hide what is smaller than a size", async () => {
      const all = await untilTitles("three lenses", (titles) => titles.length === 3);
      await set("minimumMegabytes", 100);
      const some = await untilTitles("fewer lenses", (titles) => titles.length < 3);
      ok(some.every((title) => all.includes(title)));
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

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration("quartzRss").update(name, value, ConfigurationTarget.Workspace);
}

/** Titles of the file's lenses, once they are as expected. */
async function untilTitles(
  what: string,
  isIt: (titles: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const limit = Date.now() + LIMIT_MS;
  const { uri } = await workspace.openTextDocument(fileUri(MIR_LOWER));
  for (;;) {
    const found = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 1000);
    const titles = found.map(({ command }) => command?.title ?? "");
    if (isIt(titles)) {
      return titles;
    }
    if (Date.now() > limit) {
      throw new Error(`waited in vain for ${what}; found: ${titles.join("\n")}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
