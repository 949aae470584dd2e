// What a UI test does and sees in the page of an open workbench. Everything waits for a condition, with a limit.
import { setInterval } from "node:timers/promises";
import type { Frame, Locator, Page } from "playwright-core";

const POLL_MS = 50;
const LIMIT_MS = 20_000;

/** The built-in themes, by what they stand for, and the class that the workbench bears while one is in use. */
export const themes = {
  dark: { name: "Dark Modern", cssClass: "vs-dark" },
  light: { name: "Light Modern", cssClass: "vs" },
  highContrast: { name: "Default High Contrast", cssClass: "hc-black" },
  highContrastLight: { name: "Default High Contrast Light", cssClass: "hc-light" },
} as const;

export type Theme = keyof typeof themes;

/** Asks again until there is an answer other than undefined and false. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for await (const _ of setInterval(POLL_MS)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) break;
  }
  throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}.`);
}

/** Opens a file of the folder by quick open, as a user would, and waits until its editor shows text. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(
    page,
    "ControlOrMeta+P",
    name,
    page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first(),
  );
  await untilOpened(page, name);
}

/** Waits until the active editor is that of the file and shows text. */
export async function untilOpened(page: Page, name: string): Promise<void> {
  await page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
  await page.locator(".editor-instance .view-lines .view-line").first().waitFor();
}

/** Runs a command by its title in the command palette, category included: "Quartz RSS: Show Flame Chart". */
export async function runCommand(page: Page, title: string): Promise<void> {
  const exact = page
    .locator(".quick-input-list .monaco-list-row .label-name")
    .getByText(title, { exact: true });
  await pick(page, "F1", `>${title}`, exact.first());
}

async function pick(page: Page, key: string, text: string, row: Locator): Promise<void> {
  const input = page.locator(".quick-input-widget input.input");
  await until("quick open", async () => {
    await page.keyboard.press(key); // the key is not bound until the workbench has started
    return input.waitFor({ timeout: 1_000 }).then(
      () => true,
      () => false,
    );
  });
  await input.fill(text);
  await row.click();
}

/** The texts of the code lenses in view, from top to bottom. */
export async function lensTexts(page: Page): Promise<readonly string[]> {
  const lenses = page.locator(".codelens-decoration > :is(a, span):not(:empty)");
  const found = await lenses.evaluateAll((elements) =>
    elements.map((element) => ({
      top: element.getBoundingClientRect().top,
      text: (element.textContent ?? "").replaceAll("\u00a0", " "),
    })),
  );
  return found.sort((a, b) => a.top - b.top).map(({ text }) => text);
}

/** Waits for a lens whose text contains the given one, and returns its whole text. */
export function waitForLens(page: Page, text: string, limitMs = LIMIT_MS): Promise<string> {
  return until(
    `a code lens with "${text}"`,
    async () => (await lensTexts(page)).find((lens) => lens.includes(text)),
    limitMs,
  );
}

/** The frame of a webview in which the probe holds: a selector, or a question to the frame. */
export function webviewFrame(
  page: Page,
  probe: string | ((frame: Frame) => Promise<boolean>),
): Promise<Frame> {
  const holds =
    typeof probe === "string" ? async (frame: Frame) => (await frame.locator(probe).count()) > 0 : probe;
  return until(`a webview with ${String(probe)}`, async () => {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await holds(frame).catch(() => false))) return frame; // it may just be going
    }
    return undefined;
  });
}

/** Changes the colour theme of an open workbench and waits until it is in use. */
export async function setTheme(workbench: Configurable, theme: Theme): Promise<void> {
  workbench.configure({ "workbench.colorTheme": themes[theme].name });
  await workbench.page.locator(`.monaco-workbench.${themes[theme].cssClass}`).waitFor();
}

interface Configurable {
  readonly page: Page;
  readonly configure: (settings: Readonly<Record<string, unknown>>) => void;
}

/** Moves the cursor of the active editor to a 1-based line. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-box input").fill(`:${line}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}
