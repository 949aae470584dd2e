// One item in the status bar: which run, its highest reading, its biggest growth.
import { MarkdownString, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import type { RunStatus } from "#core/view/runStatus";

export class RunStatusItem {
  readonly #item: StatusBarItem;

  constructor() {
    this.#item = window.createStatusBarItem("quartzRss.run", StatusBarAlignment.Left, 10);
    this.#item.name = "Quartz RSS";
    this.#item.command = "quartzRss.chooseRun";
  }

  /** Hides the item when no run is shown. */
  show(status: RunStatus | null): void {
    if (status === null) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(flame) ${status.text}`;
    const tooltip = new MarkdownString();
    for (const line of [status.title, ...status.details]) {
      tooltip.appendText(line);
      tooltip.appendMarkdown("\n\n");
    }
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${status.title}: ${status.text}` };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
