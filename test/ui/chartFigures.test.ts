// What the chart's page makes of the figures it gets: lists, notes, hostile names, and figures that follow others.
import { describe, expect, test } from "vitest";
import { BEFORE_FIX, BEFORE_FIX_KINDS, SHOW_BEFORE_FIX } from "../support/beforeFix.ts";
import type { ChartPage } from "../support/chartPage.ts";
import { flame, idOf, manyFrames, showOf } from "../support/flame.ts";
import { usingChart } from "../support/usingChart.ts";

const READY = { type: "ready" };
const TYPECHECK = idOf(BEFORE_FIX, "typecheck");
const charts = usingChart();

describe("node kinds", () => {
  const CALL = BEFORE_FIX_KINDS[0]?.frame ?? -1;
  const STRUCT = BEFORE_FIX_KINDS.find(({ hasSource }) => !hasSource)?.frame ?? -1;

  test("are listed by dispatcher with Σ / net, and never drawn", async () => {
    const chart = await charts.openBeforeFix();
    const table = chart.page.getByRole("table", { name: "tc_expr, while typecheck" });
    await expect
      .poll(() => table.getByRole("caption").textContent())
      .toContain("Σ 7,012 MB / net 5,401 MB = 1.3×: nested walks are counted again");
    const row = table.getByRole("row", { name: "NODE_CALL" });
    await expect
      .poll(() => row.locator("th, td").allTextContents())
      .toEqual(["NODE_CALL", "", "+5764 MB", "107 %", "69,186", "≈ 85 KB"]);
    await expect
      .poll(() => chart.page.locator(".kinds").textContent())
      .toContain("they overlap and are never summed");
  });

  test("open their source, by pointer and by key", async () => {
    const chart = await charts.openBeforeFix();
    await chart.page.getByRole("button", { name: "NODE_CALL" }).click();
    await chart.page.getByRole("button", { name: "NODE_STRUCT" }).press("Enter");
    expect(chart.posted).toEqual([READY, { type: "open", generation: 1, frame: CALL }]);
    await expect
      .poll(() => chart.page.locator("tr[data-selected]").getAttribute("data-frame"))
      .toBe(String(STRUCT));
  });

  test("are selected from outside", async () => {
    const chart = await charts.openBeforeFix({ viewport: { width: 900, height: 300 } });
    await chart.select(CALL);
    const row = chart.page.getByRole("row", { name: "NODE_CALL" });
    await expect.poll(() => row.getAttribute("aria-current")).toBe("true");
    expect(await row.evaluate((node) => node.getBoundingClientRect().bottom - innerHeight)).toBeLessThan(1);
    await expect
      .poll(() => chart.said.textContent())
      .toContain("NODE_CALL in tc_expr, +5764 MB inclusive, count 69,186, ≈ 85 KB");
  });
});

describe("what the log says", () => {
  const HOSTILE = "<img src=x onerror=document.title='owned'>";
  const ODD = flame(`
    <b>odd</b>.log
    <b>odd</b>.log;typecheck +100 MB @1
    <b>odd</b>.log;typecheck;${HOSTILE} +90 MB @2
    <b>odd</b>.log;typecheck;more +70 MB @3
    <b>odd</b>.log;typecheck;bad$pointer +17592186044416 MB @4 absurd
    <b>odd</b>.log;tc_free +0 MB @5
    <b>odd</b>.log;codegen -60 MB @6
  `);

  test("stays text, whatever it looks like", async () => {
    const chart = await charts.open();
    const kind = { ...BEFORE_FIX_KINDS[0], frame: 50, name: HOSTILE, dispatcher: HOSTILE, phase: HOSTILE };
    const row = { totalBytes: 1, count: 1, hasSource: true, absurd: false, ...kind };
    await chart.send(showOf(ODD, { title: HOSTILE, overlapping: [row] }));
    await chart.canvas.hover({ position: await chart.pointOf(ODD, idOf(ODD, HOSTILE)) });
    await chart.select(idOf(ODD, HOSTILE));
    await chart.page.getByText("Frames as a table").click();
    await expect.poll(() => chart.tooltip.textContent()).toContain(HOSTILE);
    await expect.poll(() => chart.said.textContent()).toContain(HOSTILE);
    await expect.poll(() => chart.page.locator("img, b").count()).toBe(0);
    expect(await chart.page.title()).toBe("");
  });

  test("is not lost for want of width", async () => {
    const chart = await charts.open();
    await chart.send(showOf(ODD));
    const notes = chart.page.locator(".notes");
    await expect.poll(() => notes.textContent()).toContain("Flagged, cannot be true, not drawn: 1");
    await expect.poll(() => notes.textContent()).toContain("+0 MB tc_free");
    await notes.getByRole("button", { name: "bad$pointer" }).click();
    await expect
      .poll(() => chart.said.textContent())
      .toContain("cannot be true: kept out of the widths and the sums");
    await expect.poll(() => chart.selectedFrame()).toBe(String(idOf(ODD, "bad$pointer")));
  });

  test("of a million frames is drawn together until there is room", async () => {
    const chart = await charts.open();
    await chart.send(showOf(manyFrames(50_000, 20)));
    const crowd = chart.page.getByText("many narrow frames");
    await expect.poll(() => crowd.isVisible()).toBe(true);
    await chart.select(25_000);
    await expect.poll(() => crowd.isVisible()).toBe(false);
    await expect.poll(() => chart.selectedShare()).toBeCloseTo(1, 2);
  });

  test("is said where children explain too much", async () => {
    const chart = await charts.open();
    await chart.send(showOf(ODD));
    await chart.canvas.hover({ position: await chart.pointOf(ODD, idOf(ODD, "typecheck")) });
    await expect.poll(() => chart.tooltip.textContent()).toContain("its parts go 60 MB above its own growth");
  });
});

describe("new figures", () => {
  const LONGER = flame(`
    before-fix.log, run 1 +12480 MB
    before-fix.log, run 1;(start) init 1 MB @1
    before-fix.log, run 1;resolve +400 MB @4
    before-fix.log, run 1;typecheck +5401 MB @23
    before-fix.log, run 1;mir +6450 MB @25
    before-fix.log, run 1;codegen +228 MB @26
  `);

  async function zoomToTypecheck(): Promise<ChartPage> {
    const chart = await charts.openBeforeFix();
    await chart.select(TYPECHECK);
    await chart.canvas.press("Space");
    await expect.poll(chart.selectedShare).toBeGreaterThan(0.99);
    return chart;
  }

  test("of the same run keep the zoom, and the selection by its name", async () => {
    const chart = await zoomToTypecheck();
    await chart.send(showOf(LONGER, { generation: 2 }));
    await expect.poll(() => chart.showAll.isVisible()).toBe(true);
    await expect.poll(() => chart.selectedFrame()).toBe(String(idOf(LONGER, "typecheck")));
  });

  test("of another run start afresh", async () => {
    const chart = await zoomToTypecheck();
    await chart.send(showOf(LONGER, { title: "other.log, run 1", generation: 2 }));
    await expect.poll(() => chart.showAll.isVisible()).toBe(false);
    await expect.poll(() => chart.selected.isVisible()).toBe(false);
  });

  test("find zoom and selection again after the page was thrown away", async () => {
    const chart = await zoomToTypecheck();
    await chart.page.reload();
    await chart.send(SHOW_BEFORE_FIX);
    await expect.poll(() => chart.selectedShare()).toBeGreaterThan(0.99);
    await expect.poll(() => chart.selectedFrame()).toBe(String(TYPECHECK));
  });
});
