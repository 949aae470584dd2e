import { test } from "vitest";
import { BEFORE_FIX, SHOW_BEFORE_FIX } from "../support/beforeFix.ts";
import { startChartBrowser } from "../support/chartPage.ts";
import { flame, idOf, manyFrames, showOf } from "../support/flame.ts";
test("shots", async () => {
  const browser = await startChartBrowser();
  console.log("bundle", browser.bundleBytes);
  for (const theme of ["dark", "light", "highContrast"] as const) {
    const chart = await browser.open({ theme, viewport: { width: 1100, height: 720 }, deviceScaleFactor: 2 });
    await chart.send(SHOW_BEFORE_FIX);
    await chart.canvas.hover({ position: await chart.pointOf(BEFORE_FIX, idOf(BEFORE_FIX, "mir_lower$mir_lower_expr")) });
    await chart.send({ type: "select", generation: 1, frame: idOf(BEFORE_FIX, "lexer$lexer_tokenize") });
    await chart.page.screenshot({ path: `/tmp/chart-${theme}.png` });
    if (theme === "dark") {
      const p = await chart.pointOf(BEFORE_FIX, idOf(BEFORE_FIX, "typecheck"));
      await chart.page.mouse.move(0, 0);
      await chart.canvas.dblclick({ position: p });
      await chart.page.locator("summary").click();
      await chart.canvas.focus();
      await chart.page.keyboard.press("ArrowDown");
      await chart.page.keyboard.press("ArrowRight");
      await chart.page.screenshot({ path: `/tmp/chart-zoomed.png` });
      const odd = flame(`
  odd.log +300 MB
  odd.log;(start) init 10 MB @1
  odd.log;lex +200 MB @2
  odd.log;lex;alpha +20 MB @3 source
  odd.log;lex;inner +30 MB @4
  odd.log;lex;inner;deep$down -20 MB @4
  odd.log;lex;inner;deeper$down +10 MB @4
  odd.log;lex;(remainder) +150 MB
  odd.log;(gap) typecheck +60 MB
  odd.log;typecheck +100 MB @5
  odd.log;typecheck;over +90 MB @6
  odd.log;typecheck;more +70 MB @7
  odd.log;typecheck;bad$ptr +17592186044416 MB @8 absurd
  odd.log;tc_free +0 MB @8
  odd.log;codegen -190 MB @9
  odd.log;codegen;<img src=x onerror=alert(1)> -150 MB @10
  odd.log;(open)
  odd.log;(open);late$one +30 MB @11
`);
      await chart.send(showOf(odd, { title: "odd.log, run 1", generation: 2 }));
      await chart.canvas.hover({ position: await chart.pointOf(odd, idOf(odd, "typecheck")) });
      await chart.page.screenshot({ path: `/tmp/chart-odd.png` });
      await chart.send({ type: "empty", text: "No run is shown yet. Choose one with “Quartz RSS: Use a Memory Log…”." });
      await chart.page.screenshot({ path: `/tmp/chart-empty.png` });
      const many = manyFrames(50_000, 20);
      await chart.send(showOf(many, { title: "many", generation: 3 }));
      await chart.page.screenshot({ path: `/tmp/chart-many.png` });
    }
    if (theme === "highContrast") {
      await chart.page.emulateMedia({ forcedColors: "active" });
      await chart.send({ type: "select", generation: 1, frame: 20 });
      await chart.page.screenshot({ path: `/tmp/chart-forced.png` });
      await chart.page.setViewportSize({ width: 420, height: 800 });
      await chart.page.screenshot({ path: `/tmp/chart-narrow.png` });
    }
    console.log(chart.errors, chart.posted);
  }
  await browser.close();
});
