// The pictures of the README, made from the packaged extension in a real workbench. `npm run screenshots` keeps them;
// in a plain test run they are made, looked at for being pictures, and thrown away.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyDemo, lineOf, ROOT, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import {
  goToLine,
  openFile,
  runCommand,
  setTheme,
  type Theme,
  waitForLens,
  webviewFrame,
} from "../support/workbenchPage.ts";

let demo: Copy;
let workbench: Workbench;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder =
    process.env["npm_lifecycle_event"] === "screenshots"
      ? join(ROOT, "docs", "images")
      : await mkdtemp(join(tmpdir(), "quartz-rss-shots-"));
  demo = await copyDemo();
  workbench = await openWorkbench({
    folder: demo.folder,
    vsix: VSIX,
    openFile: "self-hosted/backend/mir_lower.qz",
    viewport: { width: 1440, height: 860 },
    settings: {
      "editor.occurrencesHighlight": "off",
      "editor.minimap.enabled": false,
      "workbench.secondarySideBar.defaultVisibility": "hidden",
      "breadcrumbs.enabled": false,
    },
  });
  page = workbench.page;
  await (await webviewFrame(page, ".chart-canvas")).locator("h1", { hasText: "before-fix.log" }).waitFor();
  await runCommand(page, "View: Show Quartz RSS");
});

afterAll(async () => {
  await workbench?.stop();
  await demo?.remove();
});

async function shoot(name: string): Promise<void> {
  await page.mouse.move(700, 855);
  const picture = await page.screenshot({ path: join(folder, `${name}.png`) });
  expect(picture.byteLength).toBeGreaterThan(30_000);
}

async function showOverview(): Promise<void> {
  await openFile(page, "mir_lower.qz");
  await goToLine(page, (await lineOf(demo, "self-hosted/backend/mir_lower.qz", "def mir_lower_expr(")) + 4);
  await waitForLens(page, "+136 MB while typecheck");
}

test.each<[name: string, theme: Theme]>([
  ["overview", "dark"],
  ["overview-light", "light"],
  ["overview-high-contrast", "highContrast"],
  ["overview-high-contrast-light", "highContrastLight"],
])("%s", async (name, theme) => {
  await setTheme(workbench, theme);
  await showOverview();
  await shoot(name);
});

test("log", async () => {
  await setTheme(workbench, "dark");
  await openFile(page, "before-fix.log");
  await waitForLens(page, "12470 MB");
  const name = page.locator(".view-line", { hasText: "typecheck_expr_handlers$tc_expr_call" }).first();
  const { x, y, height } = (await name.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await page.mouse.move(x + 330, y + height / 2);
  await page.locator(".monaco-hover .hover-contents", { hasText: "+93 MB" }).first().waitFor();
  const clip = { x: 46, y: 36, width: 1090, height: 540 };
  const picture = await page.screenshot({ path: join(folder, "log.png"), clip });
  expect(picture.byteLength).toBeGreaterThan(30_000);
  await page.keyboard.press("Escape");
});

test("kinds", async () => {
  await setTheme(workbench, "dark");
  await runCommand(page, "Quartz RSS: Choose a Run…");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "phase3b-kinds.log" }).first().click();
  await openFile(page, "typecheck_walk.qz");
  await goToLine(page, (await lineOf(demo, "self-hosted/middle/typecheck_walk.qz", "def tc_expr(")) + 10);
  await waitForLens(page, "NODE_CALL: +5764 MB inclusive");
  await (await webviewFrame(page, ".kinds")).locator("h1", { hasText: "phase3b-kinds.log" }).waitFor();
  await shoot("kinds");
});
