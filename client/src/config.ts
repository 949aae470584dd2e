// The only place that reads VS Code's configuration.
import { type Disposable, workspace } from "vscode";
import { CLIENT_DEFAULTS, type HeatParts } from "./clientSettings.ts";

export const SECTION = "quartzRss";

/** True when the chart is to open with the first log. */
export function opensChartOnStart(): boolean {
  return isOn("openChartOnStart");
}

/** True when messages between client and server are to be written down. */
export function traces(): boolean {
  return workspace.getConfiguration(SECTION).get<string>("trace.server", "off") !== "off";
}

/** The settings that the server reads, as they are. */
export function serverSettings(): unknown {
  const { log, logFiles, top, minimumMegabytes, lens, heat } = workspace.getConfiguration(SECTION);
  return { log, logFiles, top, minimumMegabytes, lens, heat };
}

/** Which parts of a heat mark are drawn. */
export function heatParts(): HeatParts {
  return { gutter: isOn("gutter.enabled"), band: isOn("band.enabled"), ruler: isOn("ruler.enabled") };
}

export function onSettingsChange(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) {
      listener();
    }
  });
}

/** True when the tree's selection goes where the cursor goes. */
export function treeFollowsEditor(): boolean {
  return isOn("tree.followEditor");
}

/** The usual where the value is no boolean: VS Code hands out what stands in the file. */
function isOn(name: keyof typeof CLIENT_DEFAULTS): boolean {
  const value = workspace.getConfiguration(SECTION).get<unknown>(name);
  return typeof value === "boolean" ? value : CLIENT_DEFAULTS[name];
}
