// Activation as a list: build, wire, push.
import { type ExtensionContext, Uri, window } from "vscode";
import * as protocol from "#protocol";
import { type BuildTools, registerBuilds } from "./builds.ts";
import { registerCommands, useLog } from "./commands.ts";
import { opensChartOnStart } from "./config.ts";
import { EmptyStates } from "./emptyStates.ts";
import { FLAME_VIEW, FlamePanel } from "./flamePanel.ts";
import { followBuild } from "./followBuild.ts";
import { GrowthView } from "./growthView.ts";
import { HeatGutter } from "./heatGutter.ts";
import { createClient } from "./languageClient.ts";
import { watchLargeLogs } from "./largeLog.ts";
import { recogniseLogs } from "./logLanguage.ts";
import { RunStatusItem } from "./runStatus.ts";
import { startWhenNeeded } from "./startServer.ts";
import { offerInTerminals } from "./terminalPath.ts";
import { TreeBadges } from "./treeBadges.ts";
import { followEditor } from "./treeFollow.ts";

export function activate(context: ExtensionContext): void {
  const client = createClient(context, () => empty);
  const report = (error: unknown): void => client.error("Quartz RSS Lens", error, false);
  const heat = new HeatGutter(client, context.extensionUri, report);
  const growth = new GrowthView(client, context.workspaceState);
  const badges = new TreeBadges(client, growth);
  const empty = new EmptyStates(client, growth, report);
  const status = new RunStatusItem();
  const flame = new FlamePanel(client, context.extensionUri, report);
  const builds: BuildTools = {
    cli: Uri.joinPath(context.extensionUri, "dist", "cli.cjs").fsPath,
    follow: (build) => followBuild(client, build),
  };
  let chartWaits = opensChartOnStart();

  const refresh = async (): Promise<void> => {
    const run = await client.sendRequest(protocol.status);
    status.show(run);
    growth.refresh(run?.title);
    await Promise.all([heat.refresh(), flame.refresh(), empty.refresh(), badges.refresh()]);
    if (run !== null && chartWaits) {
      chartWaits = false;
      await flame.show();
    }
  };

  offerInTerminals(context);
  context.subscriptions.push(
    client,
    heat,
    growth,
    status,
    flame,
    badges,
    followEditor(client, growth, report),
    registerBuilds(builds),
    registerCommands({ client, flame, growth, empty, builds, memory: context.workspaceState }),
    client.onNotification(protocol.overlaysChanged, () => {
      refresh().catch(report);
    }),
    window.registerWebviewPanelSerializer(FLAME_VIEW, {
      deserializeWebviewPanel: async (panel) => {
        chartWaits = false;
        flame.adopt(panel);
      },
    }),
    startWhenNeeded({
      start: async () => {
        await client.start();
        await refresh();
      },
      nothingHere: () => empty.nothingHere(),
      report,
    }),
    recogniseLogs(report),
    watchLargeLogs(client, (uri) => useLog(client, uri), report),
  );
}
