import { t } from "#core/base/text";
import { element } from "./dom.ts";

/** The line under the chart that says what is selected: seen by all, and read out when it changes. */
export class Announcer {
  readonly root = element("output", {
    className: "selection",
    text: t("chart.nothingSelected"),
    attributes: { "aria-live": "polite", "aria-atomic": "true" },
  });

  /** The head in bold, then the facts, then for screen readers where that is; undefined when nothing is selected. */
  say(head: string | undefined, facts: readonly string[] = [], place = ""): void {
    if (head === undefined) {
      this.root.textContent = t("chart.nothingSelected");
      return;
    }
    this.root.replaceChildren(element("strong", { text: head }), ` · ${facts.join(" · ")}`, hidden(place));
  }
}

function hidden(text: string): HTMLElement {
  return element("span", { className: "visually-hidden", text: ` · ${text}` });
}
