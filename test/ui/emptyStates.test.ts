// What a person sees where there is nothing or little to show, and the walkthrough that leads out of it.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Copy, copyDemo, VSIX } from "../support/demo.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { runCommand, until } from "../support/workbenchPage.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const welcome = (page: Page) => page.locator(".welcome-view-content");

async function showTree(page: Page): Promise<void> {
  await page.locator(".activitybar .action-label[aria-label^='Quartz RSS']").first().click();
}

async function welcomeText(page: Page, part: string): Promise<string> {
  return until(`a welcome text with "${part}"`, async () => {
    const text = (await welcome(page).allInnerTexts()).join("\n");
    return text.includes(part) && text;
  });
}

describe("a folder without .qz files", () => {
  let workspace: Workspace;
  let workbench: Workbench;

  beforeAll(async () => {
    workspace = await makeWorkspace({ "notes.txt": "nothing of ours\n" });
    workbench = await openWorkbench({ folder: workspace.folder, vsix: VSIX });
  });

  afterAll(async () => {
    await workbench?.stop();
    await workspace?.remove();
  });

  test("says that figures have no place to stand at, and what to do", async () => {
    await showTree(workbench.page);
    const text = await welcomeText(workbench.page, "no .qz file");
    expect(text).toContain("Open a Folder with .qz Files");
    expect(text).not.toContain("No memory log is shown yet");
  });

  test("the first step of the walkthrough is still to be done", async () => {
    await runCommand(workbench.page, "Quartz RSS: Open Walkthrough");
    await step(workbench.page, "Open a folder with .qz files").waitFor();
    expect(await isDone(workbench.page, "Open a folder with .qz files")).toBe(false);
  });
});

describe("a folder with .qz files", () => {
  let demo: Copy;
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    demo = await copyDemo();
    const names = Array.from({ length: 150 }, (_, at) => `[mem-fn] +9 MB: mir_lower$gone_${at}\n`).join("");
    await writeFile(
      join(demo.folder, "logs", "old.log"),
      `[mem] init: 1 MB current (0ms)\n[mem-fn] +9 MB: mir_lower$mir_lower_expr\n${names}[mem] lex: 3 MB (+2) (1ms)\n`,
    );
    await writeFile(join(demo.folder, ".vscode", "settings.json"), "{}\n");
    workbench = await openWorkbench({ folder: demo.folder, vsix: VSIX });
    page = workbench.page;
  });

  afterAll(async () => {
    await workbench?.stop();
    await demo?.remove();
  });

  test("without a log asks for one", async () => {
    await showTree(page);
    const text = await welcomeText(page, "No memory log is shown yet");
    expect(text).toContain("Use a Memory Log…");
    expect(text).not.toContain("no .qz file");
  });

  test("the walkthrough opens, and its first step is done", async () => {
    await runCommand(page, "Quartz RSS: Open Walkthrough");
    await until("the first step to be done", () => isDone(page, "Open a folder with .qz files"));
    expect(await isDone(page, "Use the log")).toBe(false);
  });

  test("with a log of another commit says how much of it is here and why, once", async () => {
    await runCommand(page, "Quartz RSS: Choose a Run…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "old.log" }).first().click();
    const said = "1 of 151 functions of this log are in this workspace.";
    await page.locator(".tree-explorer-viewlet-tree-view .message", { hasText: said }).first().waitFor();
    await expect.poll(() => welcome(page).isVisible()).toBe(false);
    await until("the step of the log to be done", () => isDone(page, "Use the log"));
    await runCommand(page, "Notifications: Show Notifications");
    const told = notification(page);
    await told.first().waitFor();
    await expect.poll(() => told.count()).toBe(1);
    expect(await told.innerText()).toContain(`${said} The modules of the others are here`);
  });

  test("choosing a run that fits takes the message away", async () => {
    await notification(page).locator(".monaco-button", { hasText: "Choose Another Run…" }).click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "before-fix.log" }).first().click();
    await until("no message", async () => {
      const texts = await page.locator(".tree-explorer-viewlet-tree-view .message").allInnerTexts();
      return texts.every((text) => text.trim() === "");
    });
  });
});

function notification(page: Page) {
  return page.locator(".notifications-center .notification-list-item", { hasText: "functions of this log" });
}

function step(page: Page, title: string) {
  return page.locator(".getting-started-step", { hasText: title }).first();
}

async function isDone(page: Page, title: string): Promise<boolean> {
  return (await step(page, title).locator(".codicon-getting-started-step-checked.complete").count()) > 0;
}
