// What a person sees of a hover over a source, and where its links lead: the packaged extension in a real workbench.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyDemo, lineOf, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { goToLine, until, waitForLens, webviewFrame } from "../support/workbenchPage.ts";

const MIR_LOWER = "self-hosted/backend/mir_lower.qz";

let demo: Copy;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  demo = await copyDemo();
  workbench = await openWorkbench({
    folder: demo.folder,
    vsix: VSIX,
    openFile: MIR_LOWER,
    viewport: { width: 1600, height: 1000 },
    settings: { "editor.occurrencesHighlight": "off" },
  });
  page = workbench.page;
  await webviewFrame(page, ".chart-canvas");
});

afterAll(async () => {
  await workbench?.stop();
  await demo?.remove();
});

const hover = (): Locator => page.locator(".monaco-hover:visible .hover-contents", { hasText: "log line" });

/** Shows the hover at the cursor, as a keyboard does. */
async function showHover(): Promise<void> {
  await page.locator(".tab", { hasText: "mir_lower.qz" }).first().click();
  await goToLine(page, await lineOf(demo, MIR_LOWER, "def mir_lower_expr("));
  await waitForLens(page, "+136 MB while typecheck");
  await until("the hover", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Control+i");
    return hover()
      .first()
      .waitFor({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
  });
}

const link = (text: string): Locator => hover().first().locator("a", { hasText: text }).first();

test("it tells figure, share, rank, the rest of the phase, and what is not to be concluded", async () => {
  await showHover();
  const text = (await hover().first().innerText()).replaceAll("\u00a0", " ");
  expect(text).toMatch(/mir_lower\$mir_lower_expr.* · compiled function/);
  expect(text).toContain(
    "+136 MB: growth while the compiler worked on this function's body, while typecheck.",
  );
  expect(text).toMatch(/2\.52 % of the phase · #1 of 11 · 0\.3 MB\/line · log line 5/);
  expect(text).toMatch(/Not explained by any printed line: \+4,451 MB \(82\.4 %\)/);
  expect(text).toMatch(
    /Not to be concluded from it:.*macOS keeps freed pages, and one live block can pin 100 MB/s,
  );
});

test("its link marks the frame in the chart", async () => {
  await showHover();
  await link("Show in the chart").click();
  const chart = await webviewFrame(page, ".chart-canvas");
  await until("the selection", async () =>
    ((await chart.locator(".selection").textContent()) ?? "").includes("mir_lower$mir_lower_expr"),
  );
});

test("its link leads to the row in the tree", async () => {
  await showHover();
  await link("Reveal in the tree").click();
  const selected = page.locator(".monaco-list-row.selected[role=treeitem]", { hasText: "mir_lower_expr" });
  await selected.waitFor();
  expect(await selected.innerText()).toContain("+136 MB");
});

test("its link opens the log at the line", async () => {
  await showHover();
  await link("log line 5").click();
  await page.locator('.tab.active[data-resource-name="before-fix.log"]').first().waitFor();
  await page.locator('[id="status.editor.selection"]', { hasText: "Ln 5," }).waitFor();
});
