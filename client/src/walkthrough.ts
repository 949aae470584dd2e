// The walkthrough, and which of its steps are done already.
import { commands } from "vscode";

const WALKTHROUGH = "quartz-rss-lens.quartz-rss-lens#quartzRss.start";

export type WalkthroughStep = "openSources" | "makeLog" | "useLog";

/**
 * Opens the walkthrough. VS Code marks a step only when its context turns true while it looks on, so what was true before
 * is marked here.
 */
export async function openWalkthrough(done: readonly WalkthroughStep[]): Promise<void> {
  await commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false);
  for (const step of done) {
    // A mark that was made already is not made again, and a page that was being made meanwhile has missed it.
    await commands.executeCommand("welcome.markStepIncomplete", `${WALKTHROUGH}#${step}`);
    await commands.executeCommand("welcome.markStepComplete", `${WALKTHROUGH}#${step}`);
  }
}
