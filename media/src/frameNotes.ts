// Under the chart: how the run differs from the baseline, and the frames that the chart cannot draw. What has no width must
// still not get lost.
import { t } from "#core/base/text";
import { formatCount } from "#core/base/units";
import { element } from "./dom.ts";
import type { FlameRun, FrameList } from "./flameRun.ts";
import { deltaTextOf, shownNameOf } from "./frameText.ts";

export class FrameNotes {
  readonly root = element("div", { className: "notes" });
  readonly #picked: (frame: number) => void;

  /** @param picked a person chose this frame */
  constructor(picked: (frame: number) => void) {
    this.#picked = picked;
  }

  show(run: FlameRun): void {
    this.root.replaceChildren(
      ...differenceNote(run),
      ...this.#note(run, run.flagged, "flagged"),
      ...this.#note(run, run.widthless, "widthless"),
    );
  }

  #note(run: FlameRun, { frames, count }: FrameList, kind: "flagged" | "widthless"): readonly HTMLElement[] {
    if (count === 0) {
      return [];
    }
    const shown = (number: number): string => formatCount(number, run.locale);
    const items = frames.map((frame) => element("li", { children: [this.#button(run, frame)] }));
    const more = count - frames.length;
    const rest = more === 0 ? [] : [element("li", { text: t("chart.andMore", { count: shown(more) }) })];
    const title = t(kind === "flagged" ? "chart.flagged" : "chart.widthless", { count: shown(count) });
    return [
      element("div", {
        className: `note note-${kind}`,
        children: [element("span", { text: title }), element("ul", { children: [...items, ...rest] })],
      }),
    ];
  }

  #button({ columns }: FlameRun, frame: number): HTMLElement {
    const text = [deltaTextOf(columns, frame), shownNameOf(columns, frame)].join(" ").trim();
    const button = element("button", { className: "link", text, attributes: { type: "button" } });
    button.addEventListener("click", () => this.#picked(frame));
    return button;
  }
}

/** The first line names the baseline. */
function differenceNote({ differences: [title, ...lines] }: FlameRun): readonly HTMLElement[] {
  const items = lines.map((text) => element("li", { text }));
  return title === undefined
    ? []
    : [
        element("div", {
          className: "note note-differences",
          children: [element("span", { text: title }), element("ul", { children: items })],
        }),
      ];
}
