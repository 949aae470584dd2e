// The walkthrough, and which of its steps are done already.
import { commands } from "vscode";

const WALKTHROUGH = "quartz-rss-lens.quartz-rss-lens#quartzRss.start";

export type WalkthroughStep = "openSources" | "makeLog" | "useLog";

/**
 * Opens the walkthrough. VS Code marks a step only when its context turns true while it looks on, so what was true before
 * is marked here.
 */
export async function openWalkthrough(done: readonly WalkthroughStep[]): Promise<void> {
  // Before, for the page that is being made; behind, for one that is open already.
  await markDone(done);
  await commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false);
  await markDone(done);
}

async function markDone(done: readonly WalkthroughStep[]): Promise<void> {
  for (const step of done) {
    await commands.executeCommand("welcome.markStepComplete", `${WALKTHROUGH}#${step}`);
  }
}
