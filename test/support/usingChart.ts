import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { SHOW_BEFORE_FIX } from "./beforeFix.ts";
import { type ChartBrowser, type ChartPage, type OpenOptions, startChartBrowser } from "./chartPage.ts";

export interface Charts {
  readonly bundleBytes: () => number;
  /** A page that shows nothing yet. */
  readonly open: (options?: OpenOptions) => Promise<ChartPage>;
  /** A page with the run before the fix on it. */
  readonly openBeforeFix: (options?: OpenOptions) => Promise<ChartPage>;
}

/** One browser for the tests of a file; after each of them its pages must be free of errors, and are closed. */
export function usingChart(): Charts {
  let browser: ChartBrowser | undefined;
  const opened: ChartPage[] = [];
  const open = async (options?: OpenOptions): Promise<ChartPage> => {
    if (browser === undefined) throw new Error("a page is opened inside of a test");
    const chart = await browser.open(options);
    opened.push(chart);
    return chart;
  };
  beforeAll(async () => {
    browser = await startChartBrowser();
  });
  afterEach(async () => {
    for (const { page, errors } of opened.splice(0)) {
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });
  afterAll(() => browser?.close());
  return {
    bundleBytes: () => browser?.bundleBytes ?? Number.NaN,
    open,
    openBeforeFix: async (options) => {
      const chart = await open(options);
      await chart.send(SHOW_BEFORE_FIX);
      return chart;
    },
  };
}
