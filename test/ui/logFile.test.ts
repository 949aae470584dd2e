// What a person sees of a memory log in an editor: the packaged extension in a real workbench, in a real browser.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Copy, copyDemo, lineOf, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { goToLine, lensTexts, openFile, runCommand, until, waitForLens } from "../support/workbenchPage.ts";

const MIR_LOWER = "self-hosted/backend/mir_lower.qz";
const BROKEN = `Compiling
[mem] init:    1 MB  current                         (0ms)
[mem-fn] +136 MB: mir_lower$mir_lower_expr
[mem-fn] +93 KB: typecheck_walk$tc_stmt
[mem] typecheck: 5776 MB (+5775)                     (9871ms)
`;

/** 55 MB: more than VS Code hands to extensions. */
const LARGE = `[mem] init: 1 MB current (0ms)
${"[mem-fn] +1 MB: mir_lower$mir_lower_expr\n".repeat(1_400_000)}[mem] typecheck: 9001 MB (+9000) (1ms)
`;

let demo: Copy;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  demo = await copyDemo();
  await mkdir(join(demo.folder, ".vscode"), { recursive: true });
  await writeFile(join(demo.folder, ".vscode", "settings.json"), "{}");
  await writeFile(join(demo.folder, "logs", "broken.log"), BROKEN);
  await writeFile(join(demo.folder, "logs", "large.log"), LARGE);
  workbench = await openWorkbench({
    folder: demo.folder,
    vsix: VSIX,
    openFile: "logs/before-fix.log",
    viewport: { width: 1600, height: 1000 },
    settings: { "editor.occurrencesHighlight": "off", "workbench.editorLargeFileConfirmation": 1024 },
  });
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.stop();
  await demo?.remove();
});

const line = (text: string): Locator =>
  page.locator(".editor-instance .view-line", { hasText: text }).first();

/** The last part of a function's name in the log. */
const name = (text: string): Locator => line(`$${text}`).locator("span > span", { hasText: text }).last();

/** Clicks into the middle, as a person does: the editor draws a line anew as soon as a key is held. */
async function clickOn(element: Locator, key: string): Promise<void> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.down(key);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.keyboard.up(key);
}

/** Waits until the active editor's language is that of memory logs. */
const isLog = (): Promise<void> =>
  page.locator('[id="status.editor.mode"]', { hasText: "Quartz Memory Log" }).waitFor();

describe("a .log file that holds a memory log", () => {
  test("gets the language of its own", async () => {
    await isLog();
  });

  test("is highlighted: tags, names, figures and units differ from plain text", async () => {
    const colours = await until("colours", async () => {
      const parts = await line("mir_lower$mir_lower_expr")
        .locator("span > span")
        .evaluateAll((spans) =>
          spans.map((span) => [span.textContent ?? "", getComputedStyle(span).color] as const),
        );
      return new Set(parts.map(([, colour]) => colour)).size > 3 && parts;
    });
    const colourOf = (text: string): string | undefined =>
      colours.find(([part]) => part.replaceAll("\u00a0", " ").trim() === text)?.[1];
    expect(colourOf("[mem-fn]")).toBeDefined();
    expect(colourOf("mir_lower_expr")).toBeDefined();
    const plain = colourOf(":");
    expect([colourOf("[mem-fn]"), colourOf("+136"), colourOf("mir_lower_expr")]).not.toContain(plain);
  });

  test("has a lens above its run that shows it", async () => {
    await goToLine(page, 1);
    expect(await waitForLens(page, "Show this run")).toBe("Show this run: 12470 MB · mir +6450 MB");
    await page.locator(".codelens-decoration > a", { hasText: "Show this run" }).click();
    await waitForLens(page, "Shown in the editor: 12470 MB");
    const item = page.locator('[id="quartz-rss-lens.quartz-rss-lens.quartzRss.run"]');
    expect(await item.innerText()).toContain("12470 MB · mir +6450 MB");
    expect((await lensTexts(page)).filter((text) => text.includes("Show this run"))).toEqual([]);
  });

  test("a hover tells what a figure means", async () => {
    await name("mir_lower_expr").hover();
    const hover = page.locator(".monaco-hover:visible .hover-contents").first();
    await hover.waitFor();
    await until("the text", async () =>
      (await hover.innerText()).includes("says nothing of what the function"),
    );
    await page.mouse.move(5, 500);
  });

  test("folds a phase so that its reading stays", async () => {
    await goToLine(page, 6);
    await page.keyboard.press("Control+Shift+BracketLeft");
    await line("tc_parse_type").waitFor({ state: "hidden" });
    await expect.poll(() => line("typecheck: 5776").isVisible()).toBe(true);
    await page.keyboard.press("Control+Shift+BracketRight");
    await line("tc_parse_type").waitFor();
  });

  test("a name leads to its source", async () => {
    await page.locator(".editor-instance .detected-link").first().waitFor();
    const source = page.locator(".tab.active", { hasText: "mir_lower.qz" });
    await until("the source", async () => {
      await clickOn(name("mir_lower_expr"), "Control");
      return source.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    const declared = await lineOf(demo, MIR_LOWER, "def mir_lower_expr(");
    await page.locator('[id="status.editor.selection"]', { hasText: `Ln ${declared},` }).waitFor();
  });
});

test("a problem is underlined, and counted among the problems", async () => {
  await openFile(page, "broken.log");
  await isLog();
  await page.locator(".editor-instance .squiggly-warning").first().waitFor();
});

describe("a log above 50 MB", () => {
  test("is told of, with a way to its figures", async () => {
    await openFile(page, "large.log");
    const told = page.locator(".notifications-center .notification-list-item", { hasText: "large.log has" });
    await until("the message", async () => {
      // Under the driver that tests need, the workbench shows no toasts.
      await runCommand(page, "Notifications: Show Notifications");
      return (await told.count()) > 0;
    });
    expect(await told.innerText()).toMatch(
      /large\.log has 55 MB\. Above 50 MB the editor hands no text to extensions.*read from disk\./s,
    );
    await told.locator(".monaco-button", { hasText: "Use This Log" }).click();
    const item = page.locator('[id="quartz-rss-lens.quartz-rss-lens.quartzRss.run"]', { hasText: "9001 MB" });
    await item.waitFor();
    expect(await item.innerText()).toContain("9001 MB · typecheck +9000 MB");
  });

  test("is told of once, and the command works on its tab", async () => {
    await openFile(page, "before-fix.log");
    await runCommand(page, "Quartz RSS: Use This Log");
    const status = (text: string): Promise<void> =>
      page.locator('[id="quartz-rss-lens.quartz-rss-lens.quartzRss.run"]', { hasText: text }).waitFor();
    await status("12470 MB");
    await openFile(page, "large.log");
    await runCommand(page, "Quartz RSS: Use This Log");
    await status("9001 MB");
    await runCommand(page, "Notifications: Show Notifications");
    await page.locator(".notifications-center").waitFor();
    await expect
      .poll(() => page.locator(".notification-list-item", { hasText: "large.log has" }).count())
      .toBe(0);
  });
});

describe("a folder without sources", () => {
  let other: Workbench;

  beforeAll(async () => {
    const folder = join(demo.folder, "logs");
    await writeFile(join(folder, "ordinary.log"), "12:00 started\n12:01 stopped\n");
    other = await openWorkbench({ folder, vsix: VSIX, openFile: "ordinary.log" });
  });

  afterAll(async () => {
    await other?.stop();
  });

  test("an ordinary .log file activates the extension, which starts nothing; a memory log does", async () => {
    const before = await servers();
    await runCommand(other.page, "Developer: Show Running Extensions");
    const row = other.page.locator(".runtime-extensions-editor .extension", { hasText: "Quartz RSS Lens" });
    const activation = row.locator(".activation-time", { hasText: /\d+ms/ });
    await activation.waitFor();
    expect(await servers()).toBe(before);
    await other.page.keyboard.press("Escape");
    await openFile(other.page, "before-fix.log");
    await other.page.locator('[id="status.editor.mode"]', { hasText: "Quartz Memory Log" }).waitFor();
    await waitForLens(other.page, "Show this run");
    expect(await servers()).toBe(before + 1);
  });

  /** How many language servers run in the workbenches of this test. */
  async function servers(): Promise<number> {
    const { stdout } = await promisify(execFile)("ps", ["-ax", "-o", "pid=,ppid=,command="]);
    const processes = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
    const parents = new Map(processes.map(([, pid = "", parent = ""]) => [pid, parent]));
    const isOurs = (pid: string | undefined): boolean =>
      pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
    return processes.filter(([, pid, , command]) => command?.includes("dist/server.cjs") && isOurs(pid))
      .length;
  }
});
