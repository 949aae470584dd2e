// What a person sees of marks while the code under them moves and changes.
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { goToLine, lensTexts, runCommand, until, waitForLens } from "../support/workbenchPage.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const code = (name: string): string => `def ${name}(a: Int): Int\n  var b = a\n  return b\nend\n\n`;

let workspace: Workspace;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  workspace = await makeWorkspace({
    "m.qz": `# a module\n\n${code("alpha")}${code("beta")}`,
    "mem.log": `[mem] init: 1 MB current (0ms)
[mem-fn] +40 MB: m$alpha
[mem-fn] +30 MB: m$beta
[mem] typecheck: 301 MB (+300) (9ms)
`,
    ".vscode/settings.json": JSON.stringify({ "quartzRss.log": "mem.log" }),
  });
  workbench = await openWorkbench({
    folder: workspace.folder,
    vsix: VSIX,
    openFile: "m.qz",
    viewport: { width: 1500, height: 900 },
    settings: {
      "editor.minimap.enabled": false,
      "editor.occurrencesHighlight": "off",
      "editor.autoClosingBrackets": "never",
      "files.autoSave": "off",
      "diffEditor.renderSideBySide": true,
      "diffEditor.useInlineViewWhenSpaceIsLimited": false,
      "workbench.secondarySideBar.defaultVisibility": "hidden",
    },
  });
  page = workbench.page;
  await waitForLens(page, "compiled: +40 MB");
  await until("two marks", async () => (await places(page.locator("body"))).length === 2);
});

afterEach(async () => {
  await runCommand(page, "File: Revert File");
  await runCommand(page, "View: Close Other Editors in Group").catch(() => undefined);
});

afterAll(async () => {
  await workbench?.stop();
  await workspace?.remove();
});

/** Below each gutter mark within `where`: the text of the line on which it stands. */
function places(where: Locator): Promise<readonly string[]> {
  return where.evaluate((root) => {
    const lines = [...root.querySelectorAll(".view-line")];
    return [...root.querySelectorAll('.glyph-margin-widgets > .cgmr[class*="TextEditorDecorationType"]')]
      .map((mark) => ({
        mark: mark.getBoundingClientRect(),
        left: mark.closest(".editor-instance, .editor"),
      }))
      .sort((a, b) => a.mark.top - b.mark.top)
      .map(({ mark, left }) => {
        const line = lines.find(
          (one) => left?.contains(one) === true && Math.abs(one.getBoundingClientRect().top - mark.top) < 3,
        );
        return (line?.textContent ?? "no line").replaceAll("\u00a0", " ").trim();
      });
  });
}

const HEADS = ["def alpha(a: Int): Int", "def beta(a: Int): Int"];

test("lines typed above move a mark in the same frame, and it never leaves its function", async () => {
  await page.evaluate(() => {
    const seen: (number | null)[] = [];
    Object.assign(globalThis, { seenOffsets: seen });
    const look = (): void => {
      const [mark] = [...document.querySelectorAll('.cgmr[class*="TextEditorDecorationType"]')].sort(
        (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
      );
      const head = [...document.querySelectorAll(".view-line")].find((line) =>
        line.textContent?.replaceAll("\u00a0", " ").includes("def alpha"),
      );
      seen.push(
        mark === undefined || head === undefined
          ? null
          : Math.round(mark.getBoundingClientRect().top - head.getBoundingClientRect().top),
      );
      requestAnimationFrame(look);
    };
    look();
  });
  await goToLine(page, 1);
  await page.keyboard.type("# one\n# two\n");
  // The answer of the server to an edit below shows that those to the edits above are long here.
  await goToLine(page, 11);
  await page.keyboard.press("End");
  await page.keyboard.type(" + 1");
  await waitForLens(page, "changed since the import · compiled: +30 MB");
  const seen: unknown = await page.evaluate(
    () => Object.entries(globalThis).find(([name]) => name === "seenOffsets")?.[1],
  );
  if (!Array.isArray(seen)) {
    throw new Error("no frame was looked at");
  }
  expect(seen.length).toBeGreaterThan(20);
  expect([...new Set(seen)]).toEqual([0]);
  expect(await places(page.locator("body"))).toEqual(HEADS);
});

test("an edit of the body says so in the lens, undo takes it back, and the other function says nothing", async () => {
  await goToLine(page, 4);
  await page.keyboard.press("End");
  await page.keyboard.type(" + 1");
  await waitForLens(page, "changed since the import · compiled: +40 MB");
  expect((await lensTexts(page)).filter((text) => text.startsWith("changed"))).toHaveLength(1);
  expect(await places(page.locator("body"))).toEqual(HEADS);
  await until("the text as it was", async () => {
    await page.keyboard.press("Control+z");
    return !(await page.locator(".view-lines").first().innerText()).includes("+");
  });
  await until("the lens as it was", async () => (await lensTexts(page))[0]?.startsWith("compiled: +40 MB"));
  expect(await places(page.locator("body"))).toEqual(HEADS);
});

test("both of two editors of a file have the marks, and keep them when one is typed in", async () => {
  await runCommand(page, "View: Split Editor");
  const editors = page.locator(".editor-instance");
  await until("marks in both", async () => (await places(page.locator("body"))).length === 4);
  await goToLine(page, 1);
  await page.keyboard.type("# one\n");
  await until("two editors that show the line", async () => {
    const texts = await editors.allInnerTexts();
    return texts.filter((text) => text.replaceAll("\u00a0", " ").includes("# one")).length === 2;
  });
  for (const editor of await editors.all()) {
    expect(await places(editor)).toEqual(HEADS);
  }
  await runCommand(page, "View: Close All Editors in Group");
});

test("a comparison has the marks on the side of the file alone", async () => {
  await goToLine(page, 1);
  await page.keyboard.type("# one\n");
  await runCommand(page, "File: Compare Active File with Saved");
  const side = (name: string): Locator => page.locator(`.monaco-diff-editor .editor.${name}`);
  await until("marks on the right", async () => (await places(side("modified"))).length === 2);
  expect(await places(side("modified"))).toEqual(HEADS);
  expect(await places(side("original"))).toEqual([]);
});
