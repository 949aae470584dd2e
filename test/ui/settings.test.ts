// What a person sees of the settings and colours: each applies at once, in the file as it is shown.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VSIX } from "../support/demo.ts";
import { HEAT_WORKSPACE } from "../support/heatWorkspace.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { lensTexts, openFile, runCommand, setTheme, type Theme, until } from "../support/workbenchPage.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let workbench: Workbench;
let page: Page;
/** Where the pictures of each theme are kept, for a person to look at; they are thrown away without it. */
const PICTURES = process.env["QUARTZ_RSS_PICTURES"];

const use = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
  workspace.write(".vscode/settings.json", JSON.stringify({ "quartzRss.log": "levels.log", ...settings }));

beforeAll(async () => {
  workspace = await makeWorkspace(HEAT_WORKSPACE);
  await use({});
  workbench = await openWorkbench({
    folder: workspace.folder,
    vsix: VSIX,
    openFile: "levels.qz",
    viewport: { width: 1300, height: 1180 },
    settings: {
      "editor.minimap.enabled": false,
      "editor.occurrencesHighlight": "off",
      "editor.renderLineHighlight": "none",
      "workbench.secondarySideBar.defaultVisibility": "hidden",
    },
  });
  page = workbench.page;
  await until("lenses", async () => (await lensTexts(page)).length === 7);
  await until("icons", async () => (await icons()).length === 6);
});

afterAll(async () => {
  await workbench?.stop();
  await workspace?.remove();
});

/** `subject3-dark`, from top to bottom. */
async function icons(): Promise<readonly string[]> {
  const found = await page
    .locator('.glyph-margin-widgets > .cgmr[class*="TextEditorDecorationType"]')
    .evaluateAll((marks) =>
      marks
        .map((mark) => ({
          top: mark.getBoundingClientRect().top,
          image: getComputedStyle(mark).backgroundImage,
        }))
        .sort((a, b) => a.top - b.top),
    );
  return found.map(({ image }) => /icons\/(\w+-\w+)\.svg/.exec(decodeURIComponent(image))?.[1] ?? image);
}

/** Style and width of the bands, each once. */
async function bands(): Promise<readonly string[]> {
  const found = await page
    .locator('.view-overlays .cdr[class*="TextEditorDecorationType"]')
    .evaluateAll((lines) =>
      lines.map((line) => {
        const { borderLeftStyle, borderLeftWidth } = getComputedStyle(line);
        return `${borderLeftStyle} ${borderLeftWidth}`;
      }),
    );
  return [...new Set(found.filter((look) => !look.startsWith("none")))].sort();
}

/** Coloured pixels of the overview ruler: the cursor and the shade at the top are grey. */
async function ruler(): Promise<number> {
  return page
    .locator("canvas.decorationsOverviewRuler")
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) {
        return 0;
      }
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let painted = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = pixels.slice(at, at + 3);
        painted += Math.max(red, green, blue) - Math.min(red, green, blue) > 40 ? 1 : 0;
      }
      return painted;
    });
}

/** Decoration types, ours and others', that the page has rules of style for. */
async function decorationTypes(): Promise<number> {
  const names = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .flatMap(({ cssText }) => /TextEditorDecorationType\d+/.exec(cssText) ?? []),
  );
  return new Set(names).size;
}

const ALL_ICONS = ["subject1", "subject2", "subject3", "handler1", "handler2", "handler3"].map(
  (name) => `${name}-dark`,
);
const ALL_BANDS = ["double 3px", "double 5px", "double 7px", "solid 1px", "solid 2px", "solid 4px"];

describe("every setting applies at once", () => {
  test("all on: three levels of both families, each with its own icon and line", async () => {
    expect(await icons()).toEqual(ALL_ICONS);
    expect(await bands()).toEqual(ALL_BANDS);
    expect(await ruler()).toBeGreaterThan(50);
  });

  test("lenses off, and back", async () => {
    await use({ "quartzRss.lens.enabled": false });
    await until("no lens", async () => (await lensTexts(page)).length === 0);
    expect(await icons()).toEqual(ALL_ICONS);
    await use({});
    await until("lenses", async () => (await lensTexts(page)).length === 7);
  });

  test("compact lenses say figure and phase", async () => {
    await use({ "quartzRss.lens.density": "compact" });
    await until("compact lenses", async () => (await lensTexts(page)).every((text) => !text.includes("·")));
    expect(await lensTexts(page)).toEqual([
      "compiled: +10 MB while typecheck",
      "compiled: +100 MB while typecheck",
      "compiled: +1000 MB while typecheck",
      "compiled: ⚠ cannot be true: +99999 MB while typecheck",
      "NODE_IDENT: +4 MB inclusive while typecheck",
      "NODE_CALL: +60 MB inclusive while typecheck",
      "NODE_BINARY: +900 MB inclusive while typecheck",
    ]);
  });

  test("the largest of each family; ranks and levels stay, and what cannot be true is there", async () => {
    await use({ "quartzRss.top": 2 });
    await until("fewer icons", async () => (await icons()).length === 3);
    expect(await icons()).toEqual(["subject3-dark", "handler2-dark", "handler3-dark"]);
    await until("fewer lenses, full again", async () => {
      const texts = await lensTexts(page);
      return texts.length === 4 && texts[0]?.includes("·");
    });
    const [hot, absurd] = await lensTexts(page);
    expect(hot).toMatch(/^compiled: \+1000 MB .* · #2 of 5 · /);
    expect(absurd).toMatch(/cannot be true/);
  });

  test("a least size", async () => {
    await use({ "quartzRss.minimumMegabytes": 60 });
    await until("fewer icons", async () => (await icons()).length === 4);
    expect(await icons()).toEqual(ALL_ICONS.filter((name) => !name.includes("1-")));
    await until("fewer lenses", async () => (await lensTexts(page)).length === 5);
  });

  test("a linear scale", async () => {
    await use({ "quartzRss.heat.curve": "linear" });
    await until("other levels", async () => (await icons())[1] === "subject1-dark");
    expect(await icons()).toEqual(
      ["subject1", "subject1", "subject2", "handler1", "handler1", "handler3"].map((name) => `${name}-dark`),
    );
  });

  test("a scale over the file heats a cold file; over the run it is cold", async () => {
    await use({});
    await openFile(page, "small.qz");
    await until("a cold file", async () => (await icons()).join() === "subject1-dark");
    await use({ "quartzRss.heat.scope": "file" });
    await until("a hot file", async () => (await icons()).join() === "subject3-dark");
    await use({});
    await until("a cold file", async () => (await icons()).join() === "subject1-dark");
    await openFile(page, "levels.qz");
    await until("icons", async () => (await icons()).length === 6);
  });

  test("no icons", async () => {
    await use({ "quartzRss.gutter.enabled": false });
    await until("no icon", async () => (await icons()).length === 0);
    await until("bands", async () => (await bands()).length === 6);
    expect(await ruler()).toBeGreaterThan(50);
  });

  test("no bands", async () => {
    await use({ "quartzRss.band.enabled": false });
    await until("no band", async () => (await bands()).length === 0);
    await until("icons", async () => (await icons()).length === 6);
    expect(await ruler()).toBeGreaterThan(50);
  });

  test("no ruler", async () => {
    await use({ "quartzRss.ruler.enabled": false });
    await until("an empty ruler", async () => (await ruler()) === 0);
    await until("bands", async () => (await bands()).length === 6);
    expect(await icons()).toEqual(ALL_ICONS);
  });

  test("nothing at all, and all again: no decoration type is left over", async () => {
    const before = await decorationTypes();
    await use({
      "quartzRss.gutter.enabled": false,
      "quartzRss.band.enabled": false,
      "quartzRss.ruler.enabled": false,
    });
    await until("no mark", async () => (await bands()).length + (await icons()).length === 0);
    await until("twelve types less", async () => (await decorationTypes()) === before - 12);
    await use({});
    await until("icons", async () => (await icons()).length === 6);
    expect(await decorationTypes()).toBe(before);
  });

  test("values that are none are as if they were not there", async () => {
    await use({ "quartzRss.top": "two", "quartzRss.lens": 3, "quartzRss.gutter.enabled": "no" });
    await use({ "quartzRss.top": -1, "quartzRss.lens.density": "compact", "quartzRss.band.enabled": 0 });
    await until("compact lenses", async () => (await lensTexts(page)).every((text) => !text.includes("·")));
    expect((await lensTexts(page)).length).toBe(7);
    expect(await icons()).toEqual(ALL_ICONS);
    expect(await bands()).toEqual(ALL_BANDS);
    await use({});
    await until("full lenses", async () => (await lensTexts(page)).some((text) => text.includes("·")));
  });
});

test("both sides of a split editor have marks", async () => {
  await runCommand(page, "View: Split Editor Right");
  await until("marks in both", async () => (await icons()).length === 12);
  await runCommand(page, "View: Close Editor");
  await until("marks in one", async () => (await icons()).length === 6);
});

/** What stands behind lines, from top to bottom: the line's text and ours. */
async function trailing(): Promise<readonly string[]> {
  return page.locator(".view-lines .view-line").evaluateAll((lines) =>
    lines.flatMap((line) =>
      [...line.querySelectorAll('[class*="TextEditorDecorationType"]')].flatMap((part) => {
        const { content } = getComputedStyle(part, "::after");
        return content === "none" ? [] : [`${(line.textContent ?? "").replaceAll("\u00a0", " ")} ${content}`];
      }),
    ),
  );
}

test("a body that changed since the run loses its band; its head keeps the icon and says why", async () => {
  const text = HEAT_WORKSPACE["levels.qz"];
  const [before, after] = text.split("def warm(node: Int): Int\n");
  await workspace.write("levels.qz", `${before}def warm(node: Int): Int\n  var more = 1\n${after}`);
  await until("the text", async () => (await trailing()).length === 1);
  expect(await trailing()).toEqual(['def warm(node: Int): Int "changed since the run"']);
  expect(await icons()).toEqual(ALL_ICONS);
  expect(await bands()).toEqual(ALL_BANDS.filter((look) => look !== "solid 2px"));
  await workspace.write("levels.qz", text);
  await until("no text", async () => (await trailing()).length === 0);
  await until("all bands", async () => (await bands()).length === 6);
});

test("marks move with an edit", async () => {
  const heights = () =>
    page.locator(".cgmr").evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().top));
  const [first = 0] = (await heights()).toSorted((a, b) => a - b);
  await workspace.write("levels.qz", `\n\n\n${HEAT_WORKSPACE["levels.qz"]}`);
  await until("moved marks", async () => Math.min(...(await heights())) > first + 40);
  await until("all bands", async () => (await bands()).length === 6);
  expect(await icons()).toEqual(ALL_ICONS);
  expect(await trailing()).toEqual([]);
  await workspace.write("levels.qz", HEAT_WORKSPACE["levels.qz"]);
  await until("marks where they were", async () => Math.min(...(await heights())) === first);
});

describe("marks are seen in every kind of theme", () => {
  test.each<[theme: Theme, variant: string]>([
    ["dark", "dark"],
    ["light", "light"],
    ["highContrast", "dark"],
    ["highContrastLight", "light"],
  ])("%s", async (theme, variant) => {
    await setTheme(workbench, theme);
    await until("the theme's icons", async () => (await icons())[0] === `subject1-${variant}`);
    expect(await icons()).toEqual(ALL_ICONS.map((name) => name.replace("dark", variant)));
    await page.mouse.move(900, 1100);
    const picture = await page.screenshot(
      PICTURES === undefined ? {} : { path: join(PICTURES, `heat-${theme}.png`) },
    );
    expect(picture.byteLength).toBeGreaterThan(30_000);
  });
});
