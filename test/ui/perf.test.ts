import { test } from "vitest";
import { encodeFlameBlock } from "#core/view/flameBlock";
import { startChartBrowser } from "../support/chartPage.ts";
import { manyFrames } from "../support/flame.ts";
test("perf", async () => {
  const browser = await startChartBrowser();
  for (const [across, rows] of [[50_000, 20], [4000, 25], [1500, 40]] as const) {
    const c = manyFrames(across, rows);
    // random kinds/deltas
    for (let i = 1; i < c.delta.length; i++) { c.delta[i] = (i * 7919 % 13 === 0 ? -1 : 1) * (1 << (i * 31 % 14)) * 1048576; }
    const chart = await browser.open({ viewport: { width: 1400, height: 900 } });
    const b64 = Buffer.from(encodeFlameBlock(c)).toString("base64");
    const cdp = await chart.page.context().newCDPSession(chart.page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.start');
    const r = await chart.page.evaluate(async ([b, strings]) => {
      const block = Uint8Array.from(atob(b), (x) => x.charCodeAt(0)).buffer;
      const t0 = performance.now();
      window.postMessage({ type: "show", generation: 1, title: "x", block, strings, overlapping: [], netBytes: null, locale: "en" }, "*");
      await new Promise((d) => { const f = () => document.querySelector("main")!.hidden ? requestAnimationFrame(f) : d(0); f(); });
      await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
      const first = performance.now() - t0;
      const canvas = document.querySelector("canvas")!; performance.mark('x');
      const times: number[] = [];
      let last = performance.now();
      const rect = canvas.getBoundingClientRect();
      for (let i = 0; i < 90; i++) {
        canvas.dispatchEvent(new WheelEvent("wheel", { deltaY: i < 60 ? -25 : 25, clientX: rect.left + 600, clientY: rect.top + 100, bubbles: true, cancelable: true }));
        await new Promise(requestAnimationFrame);
        const now = performance.now(); times.push(now - last); last = now;
      }
      times.sort((a, b) => a - b);
      return { first, median: times[45], p95: times[85], max: times[89] };
    }, [b64, c.strings] as const);
    const { profile } = await cdp.send('Profiler.stop'); const self = new Map<string, number>(); const dt = profile.timeDeltas ?? []; const byId = new Map(profile.nodes.map((n) => [n.id, n.callFrame.functionName + ':' + n.callFrame.lineNumber+':'+n.callFrame.columnNumber])); (profile.samples ?? []).forEach((id, i) => self.set(byId.get(id) ?? '', (self.get(byId.get(id) ?? '') ?? 0) + (dt[i] ?? 0) / 1000)); console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 14).map(([n, v]) => n + ' ' + v.toFixed(0)).join(' | '));
    console.log(across * rows, JSON.stringify(r));
    await chart.page.screenshot({ path: `/tmp/chart-perf-${across}.png` });
  }
  await browser.close();
});
