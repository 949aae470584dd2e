// A real workbench in a real browser, for the UI tests. What a test does in its page: workbenchPage.ts.
import { basename, resolve } from "node:path";
import * as playwright from "playwright-core";
import { launchChromium } from "../../demo/host/chromium.mjs";
import { ensureVSCode } from "../../demo/host/install.mjs";
import { startWorkbench } from "../../demo/host/serve.mjs";
import { type Theme, themes, untilOpened } from "./workbenchPage.ts";

export type Settings = Readonly<Record<string, unknown>>;

export interface HostOptions {
  /** Absolute. Opened itself, not a copy of it. */
  readonly folder: string;
  /** A packaged extension, installed into an empty extensions folder. */
  readonly vsix?: string;
  /** An extension's folder, run as an extension under development. */
  readonly extensionDevelopmentPath?: string;
  readonly settings?: Settings;
  readonly viewport?: playwright.ViewportSize;
  /** False: the folder opens in Restricted Mode. */
  readonly trust?: boolean;
}

export interface WorkbenchOptions extends HostOptions {
  readonly colorTheme?: Theme;
  /** A file to open in an editor; absolute, or relative to the folder. */
  readonly openFile?: string;
}

export interface Workbench {
  readonly page: playwright.Page;
  readonly context: playwright.BrowserContext;
  readonly origin: string;
  /** Adds machine settings; the window follows. */
  readonly configure: (settings: Settings) => void;
  /** Closes the browser, ends the server and removes what it wrote. */
  readonly stop: () => Promise<void>;
}

/** A started server and an empty page, for `load` to open the workbench in. */
export interface Host extends Workbench {
  /** Opens the folder; the paths become entries of the page's payload. */
  readonly load: (paths: Readonly<Record<string, string | undefined>>) => Promise<void>;
  /** The exit code of the server, should it end by itself. */
  readonly exited: Promise<number>;
}

const VIEWPORT = { width: 1280, height: 800 };

/** Opens the folder and waits until the workbench is there, and the file's text if one is asked for. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { folder, openFile, colorTheme = "dark", settings } = options;
  const theme = { "workbench.colorTheme": themes[colorTheme].name };
  const host = await startHost({ ...options, settings: { ...theme, ...settings } });
  try {
    const file = openFile === undefined ? undefined : resolve(folder, openFile);
    await host.load({ openFile: file });
    await host.page.locator(".monaco-workbench").waitFor();
    if (file !== undefined) await untilOpened(host.page, basename(file));
    return host;
  } catch (error) {
    await host.stop();
    throw error;
  }
}

export async function startHost(options: HostOptions): Promise<Host> {
  const { folder, extensionDevelopmentPath, viewport = VIEWPORT, ...serverOptions } = options;
  const vscode = await ensureVSCode({ log: (line) => process.stderr.write(`${line}\n`) });
  const server = await startWorkbench({ ...vscode, ...serverOptions });
  const browser = await launchChromium(playwright).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  return {
    page,
    context,
    origin: server.origin,
    configure: server.configure,
    exited: server.exited,
    load: async (paths) => {
      const entries = Object.entries({ extensionDevelopmentPath, ...paths });
      const payload = entries.flatMap(([name, path]) =>
        path === undefined ? [] : [[name, server.remote(path)] as const],
      );
      await page.goto(server.url({ folder, payload: [["skipWelcome", "true"], ...payload] }));
    },
    stop: async () => {
      await browser.close().finally(server.stop);
    },
  };
}
