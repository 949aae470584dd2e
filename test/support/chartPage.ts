// The chart's real page in a real browser: bundled in memory, served under the policy that the extension sets. Its one
// double is VS Code's side of the door, acquireVsCodeApi.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import * as playwright from "playwright-core";
import type { FlameColumns } from "#core/view/flameColumns";
import type { ToPage } from "#messages";
import { launchChromium } from "../../demo/host/chromium.mjs";
import { rowCount, rowOf } from "../../media/src/frames.ts";
import { chartThemes } from "./chartThemes.ts";

const ORIGIN = "https://chart.test";
const POLICY = `default-src 'none'; script-src 'nonce-test'; style-src ${ORIGIN}`;
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/chart.css"></head>
<body><div id="app"></div><script nonce="test" src="/chart.js"></script></body></html>`;

export interface ChartPage {
  readonly page: playwright.Page;
  readonly canvas: playwright.Locator;
  /** The frame's box is marked as selected. */
  readonly selected: playwright.Locator;
  /** The line that says what is selected, and is read out. */
  readonly said: playwright.Locator;
  readonly tooltip: playwright.Locator;
  /** Visible while only a part of the run is. */
  readonly showAll: playwright.Locator;
  /** What the page has posted, oldest first. */
  readonly posted: readonly unknown[];
  /** Errors of scripts and of the content policy. */
  readonly errors: readonly string[];
  readonly send: (message: ToPage) => Promise<void>;
  readonly select: (frame: number, generation?: number) => Promise<void>;
  /** Id of the marked frame, as text; null where none has been marked yet. */
  readonly selectedFrame: () => Promise<string | null>;
  /** How much of the canvas's width the selected frame's mark takes, 0 to 1. */
  readonly selectedShare: () => Promise<number>;
  readonly coloursDrawn: () => Promise<number>;
  /** The middle of a frame's box in the canvas while the whole run is shown. */
  readonly pointOf: (columns: FlameColumns, frame: number) => Promise<{ x: number; y: number }>;
}

export interface ChartBrowser {
  readonly bundleBytes: number;
  readonly open: (options?: OpenOptions) => Promise<ChartPage>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly theme?: keyof typeof chartThemes;
  readonly viewport?: playwright.ViewportSize;
  readonly deviceScaleFactor?: number;
  readonly reducedMotion?: "reduce" | "no-preference";
}

export async function startChartBrowser(): Promise<ChartBrowser> {
  const script = await bundle();
  const style = await readFile(new URL("../../media/chart.css", import.meta.url), "utf8");
  const browser = await launchChromium(playwright);
  return {
    bundleBytes: Buffer.byteLength(script),
    open: async ({ theme = "dark", ...options } = {}) => {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
        "/": ["text/html", HTML],
        "/chart.js": ["text/javascript", script],
        "/chart.css": ["text/css", style],
        "/theme.css": ["text/css", chartThemes[theme]],
        "/favicon.ico": ["image/png", ""],
      };
      await page.route(`${ORIGIN}/**`, (route) => {
        const [contentType = "", body] = files[new URL(route.request().url()).pathname] ?? [];
        return body === undefined ? route.abort() : route.fulfill({ contentType, body });
      });
      return await openPage(page);
    },
    close: () => browser.close(),
  };
}

async function openPage(page: playwright.Page): Promise<ChartPage> {
  const posted: unknown[] = [];
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.exposeFunction("posted", (message: unknown) => posted.push(message));
  await page.addInitScript(() => {
    const key = "state";
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => Reflect.get(window, "posted")(message),
        getState: () => JSON.parse(sessionStorage.getItem(key) ?? "null"),
        setState: (state: unknown) => sessionStorage.setItem(key, JSON.stringify(state)),
      }),
    });
  });
  await page.goto(ORIGIN);
  const canvas = page.getByRole("application");
  const selected = page.locator(".mark-selected");
  return {
    page,
    canvas,
    selected,
    said: page.locator("output"),
    tooltip: page.locator(".tooltip"),
    showAll: page.getByRole("button", { name: "Show whole run" }),
    posted,
    errors,
    send: (message) => send(page, message),
    select: (frame, generation = 1) => send(page, { type: "select", generation, frame }),
    selectedFrame: () => selected.getAttribute("data-frame"),
    selectedShare: async () => {
      const [mark, whole] = [await selected.boundingBox(), await canvas.boundingBox()];
      return (mark?.width ?? 0) / (whole?.width ?? 1);
    },
    coloursDrawn: () => coloursDrawn(canvas),
    pointOf: async (columns, frame) => {
      const box = await canvas.boundingBox();
      const middle = (columns.start[frame] ?? 0) + (columns.weight[frame] ?? 0) / 2;
      return {
        x: ((box?.width ?? 0) * middle) / (columns.weight[0] ?? 1),
        y: ((box?.height ?? 0) * (rowOf(columns, frame) + 0.5)) / rowCount(columns),
      };
    },
  };
}

async function coloursDrawn(canvas: playwright.Locator): Promise<number> {
  return await canvas.evaluate((node) => {
    const drawn = node instanceof HTMLCanvasElement ? node : undefined;
    const pixels = drawn?.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
  });
}

/** Buffers do not cross into the page by themselves; the message arrives there as VS Code would deliver it. */
async function send(page: playwright.Page, message: ToPage): Promise<void> {
  const base64 = message.type === "show" ? Buffer.from(message.block).toString("base64") : "";
  await page.evaluate(
    async ([plain, encoded]) => {
      const block = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)).buffer;
      window.postMessage(plain.type === "show" ? { ...plain, block } : plain, "*");
      // Two frames of the screen: one in which the page draws, one to know that it has.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    },
    [{ ...message, ...(message.type === "show" ? { block: undefined } : {}) }, base64] as const,
  );
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL("../../media/src/main.ts", import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    platform: "browser",
  });
  return outputFiles[0]?.text ?? "";
}
