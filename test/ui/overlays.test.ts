// What a person sees: the packaged extension in a real workbench, in a real browser.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Copy, copyDemo, lineOf, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import {
  goToLine,
  lensTexts,
  openFile,
  runCommand,
  until,
  waitForLens,
  webviewFrame,
} from "../support/workbenchPage.ts";

let demo: Copy;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  demo = await copyDemo();
  workbench = await openWorkbench({
    folder: demo.folder,
    vsix: VSIX,
    openFile: "self-hosted/backend/mir_lower.qz",
    viewport: { width: 1600, height: 1000 },
    settings: { "debug.allowBreakpointsEverywhere": true, "editor.occurrencesHighlight": "off" },
  });
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.stop();
  await demo?.remove();
});

const marks = () => page.locator('.glyph-margin-widgets > .cgmr[class*="TextEditorDecorationType"]');

describe("the demo workspace opens with its log", () => {
  test("the chart opens by the workspace's setting", async () => {
    const chart = await webviewFrame(page, ".chart-canvas");
    await chart.locator("h1", { hasText: "before-fix.log, run 1" }).waitFor();
  });

  test("lenses stand above the functions that the log names", async () => {
    await page.locator(".tab", { hasText: "mir_lower.qz" }).click();
    await goToLine(page, await lineOf(demo, "self-hosted/backend/mir_lower.qz", "def mir_lower_expr("));
    expect(await waitForLens(page, "+136 MB while typecheck")).toMatch(
      /compiled: \+136 MB while typecheck · 2\.52 % of the phase · #1 of 11 · 0\.3 MB\/line/,
    );
  });

  test("the head has a mark in the gutter, the body a band, the ruler its colour", async () => {
    await until("a mark", async () => (await marks().count()) > 0);
    const icon = await marks()
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundImage);
    expect(decodeURIComponent(icon)).toMatch(/subject3-dark\.svg/);
    const bands = page.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]');
    await expect.poll(() => bands.count()).toBeGreaterThan(10);
    const ruler = await page
      .locator("canvas.decorationsOverviewRuler")
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) {
          return 0;
        }
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let painted = 0;
        for (let at = 3; at < pixels.length; at += 4) {
          painted += (pixels[at] ?? 0) > 0 ? 1 : 0;
        }
        return painted;
      });
    expect(ruler).toBeGreaterThan(50);
  });

  test("the status bar names the highest reading and the biggest growth", async () => {
    const item = page.locator('[id="quartz-rss-lens.quartz-rss-lens.quartzRss.run"]');
    expect(await item.innerText()).toContain("12470 MB · mir +6450 MB");
  });
});

describe("breakpoints stay usable", () => {
  const breakpoints = () => page.locator(".glyph-margin-widgets .codicon-debug-breakpoint");

  test("a breakpoint can be set on a marked head line, beside the mark", async () => {
    const line = await lineOf(demo, "self-hosted/backend/mir_lower.qz", "def mir_lower_expr(");
    await goToLine(page, line);
    await page.keyboard.press("F9");
    await until("the breakpoint", async () => (await breakpoints().count()) === 1);
    const mark = await marks().first().boundingBox();
    const dot = await breakpoints().first().boundingBox();
    expect(Math.abs((mark?.y ?? 0) - (dot?.y ?? 99))).toBeLessThan(4);
    expect(mark?.x).not.toBe(dot?.x);
    await page.keyboard.press("F9");
    await until("no breakpoint", async () => (await breakpoints().count()) === 0);
  });

  test("a click sets one on a line of the band", async () => {
    const line = (await lineOf(demo, "self-hosted/backend/mir_lower.qz", "def mir_lower_expr(")) + 3;
    const number = page
      .locator(".margin-view-overlays .line-numbers", { hasText: new RegExp(`^${line}$`) })
      .first();
    const box = await number.boundingBox();
    const margin = await page.locator(".glyph-margin").first().boundingBox();
    await page.mouse.click((margin?.x ?? 0) + 9, (box?.y ?? 0) + 9);
    await until("the breakpoint", async () => (await breakpoints().count()) >= 1);
    await page.mouse.click((margin?.x ?? 0) + 9, (box?.y ?? 0) + 9);
  });
});

describe("editor and chart lead to each other", () => {
  test("a click on a lens marks its frame in the chart", async () => {
    await goToLine(page, await lineOf(demo, "self-hosted/backend/mir_lower.qz", "def mir_lower_expr("));
    await page.locator(".codelens-decoration > a", { hasText: "+136" }).first().click();
    const chart = await webviewFrame(page, ".chart-canvas");
    await until("the selection", async () =>
      ((await chart.locator(".selection").textContent()) ?? "").includes("mir_lower$mir_lower_expr"),
    );
  });

  test("a click on a frame opens its source", async () => {
    await openFile(page, "liveness.qz");
    const chart = await webviewFrame(page, ".chart-canvas");
    await chart.locator(".mark-selected").waitFor();
    const canvas = await chart.locator(".chart-canvas").boundingBox();
    const mark = await chart.locator(".mark-selected").boundingBox();
    expect(canvas).not.toBeNull();
    await page.mouse.click((mark?.x ?? 0) + (mark?.width ?? 0) / 2, (mark?.y ?? 0) + (mark?.height ?? 0) / 2);
    await page.locator(".tab.active", { hasText: "mir_lower.qz" }).waitFor();
  });
});

describe("the tree", () => {
  const row = (text: string) => page.locator(".monaco-list-row[role=treeitem]", { hasText: text });

  test("has two sections that say what they are, and the remainder", async () => {
    await runCommand(page, "View: Show Quartz RSS");
    await row("Compiled functions").first().waitFor();
    expect(await row("Compiled functions").first().innerText()).toContain(
      "growth while each was being compiled",
    );
    expect(await row("typecheck: not explained").first().innerText()).toContain("+4,451 MB");
    expect(await row("+136 MB mir_lower_expr").first().innerText()).toMatch(/\+136 MB.*while typecheck/s);
  });

  test("a click leads to the source", async () => {
    await row("lexer_tokenize").first().click();
    await page.locator(".tab.active", { hasText: "lexer.qz" }).waitFor();
  });

  test("with the kinds log, compiler code is a section of its own, and its branch has a lens", async () => {
    await runCommand(page, "Quartz RSS: Choose a Run…");
    await page
      .locator(".quick-input-list .monaco-list-row", { hasText: "phase3b-kinds.log" })
      .first()
      .click();
    await row("NODE_CALL → tc_expr_call").first().waitFor();
    await row("NODE_CALL → tc_expr_call").first().click();
    await waitForLens(page, "handles NODE_CALL");
    expect((await lensTexts(page)).some((text) => text.includes("+5764 MB inclusive"))).toBe(true);
    const chart = await webviewFrame(page, ".kinds");
    expect(await chart.locator(".kinds").innerText()).toMatch(/NODE_CALL/);
  });
});
