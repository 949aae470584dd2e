// The only place that reads VS Code's configuration.
import { workspace } from "vscode";

export const SECTION = "quartzRss";

/** True when the chart is to open with the first log. */
export function opensChartOnStart(): boolean {
  return workspace.getConfiguration(SECTION).get<boolean>("openChartOnStart", false);
}

/** The settings that the server reads, as they are. */
export function serverSettings(): unknown {
  const { log, logFiles } = workspace.getConfiguration(SECTION);
  return { log, logFiles };
}
