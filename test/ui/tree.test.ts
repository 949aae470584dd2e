// The tree as a person uses it: the packaged extension in a real workbench, in a real browser.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { goToLine, openFile, runCommand, until, waitForLens } from "../support/workbenchPage.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const QUAKE = "def task(name: Int)\n  1\nend\n";

let workspace: Workspace;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  workspace = await makeWorkspace({
    ...SMALL_COMPILER,
    "a/quake.qz": QUAKE,
    "b/quake.qz": QUAKE,
    "mem.log": SMALL_COMPILER["mem.log"].replace("[kind", "[mem-fn] +30 MB: quake$task\n[kind"),
    ".vscode/settings.json": '{ "quartzRss.log": "mem.log" }',
  });
  workbench = await openWorkbench({
    folder: workspace.folder,
    vsix: VSIX,
    openFile: "quartz.qz",
    viewport: { width: 1500, height: 1000 },
  });
  page = workbench.page;
  await showTree();
});

afterAll(async () => {
  await workbench?.stop();
  await workspace?.remove();
});

const rows = () => page.locator(".pane-body .monaco-list-row[role=treeitem]");
const row = (text: string) => rows().filter({ hasText: text }).first();
const selected = () => page.locator(".pane-body .monaco-list-row.selected");

async function showTree(): Promise<void> {
  await waitForLens(page, "+68 MB while typecheck");
  await runCommand(page, "View: Show Quartz RSS");
  await row("compile").waitFor();
}

async function labels(): Promise<readonly string[]> {
  const found = await rows().evaluateAll((elements) =>
    elements.map((element) => ({
      top: element.getBoundingClientRect().top,
      text: element.querySelector(".label-name")?.textContent ?? "",
    })),
  );
  return found.sort((a, b) => a.top - b.top).map(({ text }) => text);
}

/** The entries of a submenu of the view's title, as they are read out. */
async function submenu(name: string): Promise<readonly string[]> {
  await page.locator(".pane-header, .composite.title").first().hover();
  await page
    .locator(".composite.title .codicon-toolbar-more, .pane-header .codicon-toolbar-more")
    .first()
    .click();
  await page.locator(".monaco-menu .action-label", { hasText: name }).first().click();
  const entries = page.locator(".monaco-submenu .action-label");
  await entries.first().waitFor();
  const texts = await entries.allInnerTexts();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

describe("grouping and order", () => {
  test("grouped by phase, the phase holds its functions, remainder and compiler code", async () => {
    await runCommand(page, "Quartz RSS: Group by Phase");
    await row("+5401 MB typecheck").waitFor();
    await row("+5401 MB typecheck").locator(".monaco-tl-twistie").click();
    await row("+136 MB tc_expr_call").waitFor();
    await row("typecheck: not explained").waitFor();
  });

  test("the menus of the view mark what is chosen", async () => {
    expect(await submenu("Group by")).toContain("✓ Group by Phase");
    expect(await submenu("Sort by")).toContain("✓ Sort by Growth");
  });

  test("by file, by kind, and by function again", async () => {
    await runCommand(page, "Quartz RSS: Group by File");
    await row("expr_handlers.qz").waitFor();
    expect(await row("expr_handlers.qz").innerText()).toContain("+136 MB while typecheck in 1 function");
    await runCommand(page, "Quartz RSS: Group by Node Kind");
    await row("Kinds in tc_expr").waitFor();
    await runCommand(page, "Quartz RSS: Group by Function");
    await row("Compiled functions").waitFor();
  });

  test("sorted by name", async () => {
    await runCommand(page, "Quartz RSS: Sort by Name");
    await until("compile first", async () => (await labels())[1] === "+68 MB compile");
    await runCommand(page, "Quartz RSS: Sort by Growth");
    await until("the largest first", async () => (await labels())[1] === "+136 MB tc_expr_call");
  });
});

describe("seeing less", () => {
  test("a filter hides rows and says how many, until it is cleared", async () => {
    await runCommand(page, "Quartz RSS: Filter the Tree…");
    const input = page.locator(".quick-input-widget input.input");
    await input.fill(">x");
    await page.locator(".quick-input-message", { hasText: "number of MB" }).waitFor();
    await input.fill(">100 tc_");
    await page.keyboard.press("Enter");
    await until("few rows", async () => (await row("+68 MB compile").count()) === 0);
    await expect.poll(() => row("+136 MB tc_expr_call").count()).toBe(1);
    await page.locator(".pane-body .message", { hasText: "Filter “>100 tc_” hides 4 rows." }).waitFor();
    await runCommand(page, "Quartz RSS: Clear the Tree's Filter");
    await row("+68 MB compile").waitFor();
    await until(
      "no message",
      async () => !(await page.locator(".pane-body").first().innerText()).includes("hides"),
    );
  });

  test("the tree's own find finds a function by its name", async () => {
    await row("typecheck: not explained").click();
    await page.keyboard.press("Control+Alt+f");
    const find = page.locator(".monaco-tree-type-filter input");
    await find.waitFor();
    await find.fill("compile");
    await until("the match", async () => (await row("+68 MB compile").locator(".highlight").count()) > 0);
    await page.keyboard.press("Escape");
  });
});

describe("editor and tree lead to each other", () => {
  test("a click opens the place and leaves the keyboard in the tree; Enter takes it along", async () => {
    await row("+136 MB tc_expr_call").click();
    await page.locator(".tab.active", { hasText: "expr_handlers.qz" }).waitFor();
    const inTree = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.closest(".pane-body") !== null);
    expect(await inTree()).toBe(true);
    expect(await selected().innerText()).toContain("+136 MB tc_expr_call");
    await page.keyboard.press("Enter");
    await until("the editor's focus", async () => !(await inTree()));
    expect(await selected().innerText()).toContain("+136 MB tc_expr_call");
  });

  test("the selection follows the cursor into a function and into a branch", async () => {
    await openFile(page, "quartz.qz");
    await goToLine(page, 6);
    await until("compile", async () => (await selected().allInnerTexts()).join().includes("+68 MB compile"));
    await openFile(page, "typecheck_walk.qz");
    await goToLine(page, 9);
    await until("the kind", async () =>
      (await selected().allInnerTexts()).join().includes("+5764 MB NODE_CALL"),
    );
    expect(await page.evaluate(() => document.activeElement?.closest(".editor-instance") !== null)).toBe(
      true,
    );
  });

  test("a command shows the figure at the cursor, also where a group is closed", async () => {
    await runCommand(page, "Quartz RSS: Group by File");
    await row("quartz.qz").waitFor();
    await openFile(page, "quartz.qz");
    await goToLine(page, 6);
    await runCommand(page, "Quartz RSS: Show Figure at Cursor in Tree");
    await until("compile", async () => (await selected().allInnerTexts()).join().includes("+68 MB compile"));
    await until("the tree's focus", () =>
      page.evaluate(() => document.activeElement?.closest(".pane-body") !== null),
    );
    await runCommand(page, "Quartz RSS: Group by Function");
  });
});

describe("badges", () => {
  test("the view has the number of hot spots, files their heat", async () => {
    await until("the view's badge", async () =>
      (await page.locator(".activitybar .badge-content").allInnerTexts()).includes("2"),
    );
    await runCommand(page, "View: Show Explorer");
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "quartz.qz" }).first().waitFor();
    const badge = async (name: string): Promise<string> =>
      page
        .locator(".explorer-folders-view .monaco-list-row", { hasText: name })
        .first()
        .locator(".monaco-icon-label")
        .evaluate((label) => getComputedStyle(label, "::after").content);
    await until("a badge", async () => (await badge("quartz.qz")).includes("↑"));
    expect(await badge("mem.log")).not.toContain("↑");
    await runCommand(page, "View: Show Quartz RSS");
  });
});

describe("a name with two candidates", () => {
  const item = (text: string) =>
    page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

  test("is chosen in a quick pick, and remembered over a reload with the grouping", async () => {
    await row("quake$task").waitFor();
    expect(await row("quake$task").innerText()).toContain("2 candidates: choose one");
    await runCommand(page, "Quartz RSS: Resolve Ambiguous Names…");
    await item("quake$task").click();
    await item("b/quake.qz:1").click();
    await row("chosen among 2 candidates").waitFor();
    await runCommand(page, "Quartz RSS: Group by File");
    await row("quake.qz").waitFor();
    // As a person does it: the window then keeps what it was about to store, which a reload of the page may lose.
    const loaded = page.waitForEvent("load");
    await runCommand(page, "Developer: Reload Window");
    await loaded;
    await waitForLens(page, "while typecheck");
    await runCommand(page, "View: Show Quartz RSS");
    await row("quake.qz").waitFor();
    expect(await row("quake.qz").innerText()).toMatch(/quake\.qz.*\bb\b/s);
  });

  test("is ambiguous again when the choice is taken back", async () => {
    await runCommand(page, "Quartz RSS: Forget the Choice for a Name");
    await item("quake$task").click();
    await item("Forget the Choice").click();
    await row("2 candidates: choose one").waitFor();
  });
});
