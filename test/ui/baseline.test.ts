// A comparison as a person makes it: the packaged extension in a real workbench, in a real browser.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyDemo, lineOf, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { goToLine, lensTexts, runCommand, waitForLens, webviewFrame } from "../support/workbenchPage.ts";

const MIR_LOWER = "self-hosted/backend/mir_lower.qz";
const POLL = { timeout: 30_000 };

let demo: Copy;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  demo = await copyDemo();
  const logs = join(demo.folder, "logs");
  const before = await readFile(join(logs, "before-fix.log"), "utf8");
  await writeFile(join(logs, "eased.log"), before.replace("+136 MB: mir_lower", "+36 MB: mir_lower"));
  workbench = await openWorkbench({
    folder: demo.folder,
    vsix: VSIX,
    openFile: MIR_LOWER,
    viewport: { width: 1600, height: 1000 },
    settings: { "editor.occurrencesHighlight": "off" },
  });
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.stop();
  await demo?.remove();
});

const statusText = () =>
  page.locator('[id="quartz-rss-lens.quartz-rss-lens.quartzRss.run"]').first().innerText(POLL);
const row = (text: string) =>
  page.locator(".pane-body .monaco-list-row[role=treeitem]").filter({ hasText: text }).first();

/** The name of the first mark's icon; empty while there is none. */
async function icon(): Promise<string> {
  const marks = page.locator('.glyph-margin-widgets > .cgmr[class*="TextEditorDecorationType"]');
  const images = await marks.evaluateAll((found) =>
    found.map((mark) => getComputedStyle(mark).backgroundImage),
  );
  return decodeURIComponent(images[0] ?? "");
}

async function pickRun(command: string, log: string): Promise<void> {
  await runCommand(page, command);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: log }).first().click(POLL);
}

test("the run before the fix is pinned, the one after it is shown", async () => {
  await page.locator(".tab", { hasText: "mir_lower.qz" }).click(POLL);
  await goToLine(page, await lineOf(demo, MIR_LOWER, "def mir_lower_expr("));
  await waitForLens(page, "+136 MB while typecheck");
  await pickRun("Quartz RSS: Choose a Run…", "after-fix.log");
  await expect.poll(statusText, POLL).toContain("7810 MB · mir +6450 MB");
  await pickRun("Quartz RSS: Compare with a Baseline…", "before-fix.log");
  await expect
    .poll(statusText, POLL)
    .toContain("Δ 7810 MB ▼ 4,660 (−37 %) · typecheck +737 MB ▼ 4,664 (−86 %)");
});

test("the lens says what the function was charged with, and that nobody measured it again", async () => {
  expect(await waitForLens(page, "was +136 MB", POLL.timeout)).toContain(
    "compiled: was +136 MB while typecheck, not measured in this run",
  );
});

test("the tree tells the difference, and lists what only the baseline has", async () => {
  await runCommand(page, "View: Show Quartz RSS");
  await row("Compared with before-fix.log, run 1").waitFor(POLL);
  await row("typecheck +737 MB ▼ 4,664 (−86 %)").waitFor(POLL);
  await row("Only in the baseline").waitFor(POLL);
  await row("was +136 MB mir_lower_expr").waitFor(POLL);
});

test("the chart's title names the baseline, and its notes tell the differences", async () => {
  const chart = await webviewFrame(page, ".chart-canvas");
  await chart.locator("h1", { hasText: "after-fix.log, run 1, compared with before-fix.log" }).waitFor(POLL);
  await chart.locator(".note-differences li", { hasText: "typecheck +737 MB ▼ 4,664 (−86 %)" }).waitFor(POLL);
});

test("the gutter says which way it went, and the other way round when swapped", async () => {
  await pickRun("Quartz RSS: Choose a Run…", "eased.log");
  await waitForLens(page, "+36 MB ▼ 100 (−74 %) while typecheck", POLL.timeout);
  await expect.poll(icon, POLL).toMatch(/shrank3-dark\.svg/);
  await runCommand(page, "Quartz RSS: Swap Shown Run and Baseline");
  await waitForLens(page, "+136 MB ▲ 100 (+280 %) while typecheck", POLL.timeout);
  await expect.poll(icon, POLL).toMatch(/grew3-dark\.svg/);
});

test("clearing takes it away", async () => {
  await runCommand(page, "Quartz RSS: Clear the Baseline");
  await expect.poll(statusText, POLL).not.toContain("Δ");
  await expect.poll(() => row("Compared with").count(), POLL).toBe(0);
  await waitForLens(page, "+136 MB while typecheck", POLL.timeout);
  await expect.poll(icon, POLL).toMatch(/subject3-dark\.svg/);
  expect((await lensTexts(page)).filter((lens) => /[▲▼]/.test(lens))).toEqual([]);
});
