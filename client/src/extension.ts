// Activation as a list: build, wire, push.
import { type ExtensionContext, window } from "vscode";
import * as protocol from "#protocol";
import { registerCommands, useLog } from "./commands.ts";
import { opensChartOnStart } from "./config.ts";
import { FLAME_VIEW, FlamePanel } from "./flamePanel.ts";
import { GrowthView } from "./growthView.ts";
import { HeatGutter } from "./heatGutter.ts";
import { createClient } from "./languageClient.ts";
import { watchLargeLogs } from "./largeLog.ts";
import { recogniseLogs } from "./logLanguage.ts";
import { RunStatusItem } from "./runStatus.ts";
import { startWhenNeeded } from "./startServer.ts";

export function activate(context: ExtensionContext): void {
  const client = createClient(context);
  const report = (error: unknown): void => client.error("Quartz RSS Lens", error, false);
  const heat = new HeatGutter(client, context.extensionUri, report);
  const growth = new GrowthView(client);
  const status = new RunStatusItem();
  const flame = new FlamePanel(client, context.extensionUri, report);
  let chartWaits = opensChartOnStart();

  const refresh = async (): Promise<void> => {
    const run = await client.sendRequest(protocol.status);
    status.show(run);
    growth.refresh(run?.title);
    await Promise.all([heat.refresh(), flame.refresh()]);
    if (run !== null && chartWaits) {
      chartWaits = false;
      await flame.show();
    }
  };

  context.subscriptions.push(
    client,
    heat,
    growth,
    status,
    flame,
    registerCommands({ client, flame, growth }),
    client.onNotification(protocol.overlaysChanged, () => {
      refresh().catch(report);
    }),
    window.registerWebviewPanelSerializer(FLAME_VIEW, {
      deserializeWebviewPanel: async (panel) => {
        chartWaits = false;
        flame.adopt(panel);
      },
    }),
    startWhenNeeded(async () => {
      await client.start();
      await refresh();
    }, report),
    recogniseLogs(report),
    watchLargeLogs(client, (uri) => useLog(client, uri), report),
  );
}
