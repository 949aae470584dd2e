// The chart's twin for screen readers, and for who would rather read: the selected frame's surroundings as a table.
import { t } from "#core/base/text";
import { formatCount } from "#core/base/units";
import { element } from "./dom.ts";
import type { FlameRun } from "./flameRun.ts";
import { childrenOf, parentOf, ROOT, shownLineOf } from "./frames.ts";
import { deltaTextOf, shareTextOf, shownNameOf } from "./frameText.ts";

/** A longer table is no help, and no cheaper than the chart that it stands in for. */
const LISTED_ROWS = 200;

export class FrameTable {
  readonly root = element("details", {
    className: "frames",
    children: [element("summary", { text: t("chart.table.summary") })],
  });
  readonly #body = element("div");
  readonly #picked: (frame: number) => void;
  #shown: { readonly run: FlameRun; readonly selected: number } | undefined;

  /** @param picked a person chose this frame */
  constructor(picked: (frame: number) => void) {
    this.#picked = picked;
    this.root.append(this.#body);
    this.root.addEventListener("toggle", () => this.#render());
  }

  show(run: FlameRun, selected: number | undefined): void {
    this.#shown = { run, selected: selected ?? ROOT };
    this.#render();
  }

  /** Costs nothing while the table is folded away. */
  #render(): void {
    if (this.#shown === undefined || !this.root.open) {
      this.#body.replaceChildren();
      return;
    }
    const { run, selected } = this.#shown;
    const own = childrenOf(run.columns, selected);
    // A frame without parts is shown among its neighbours: an empty table would be a dead end.
    const inside = own.end > own.first ? selected : (parentOf(run.columns, selected) ?? ROOT);
    const { first, end } = childrenOf(run.columns, inside);
    const listed = Math.min(end - first, LISTED_ROWS);
    const rows = Array.from({ length: listed }, (_, index) => this.#row(run, first + index, selected));
    const name = shownNameOf(run.columns, inside);
    const unlisted = end - first - listed;
    const hadFocus = this.#body.contains(document.activeElement);
    this.#body.replaceChildren(
      ...this.#wayUp(run, inside),
      element("table", {
        children: [
          element("caption", { text: t("chart.table.caption", { name }) }),
          element("thead", { children: [headings()] }),
          element("tbody", { children: rows }),
        ],
      }),
      ...(unlisted === 0 ? [] : [this.#rest(unlisted, run.locale)]),
    );
    if (hadFocus) {
      // The button that was pressed is gone; who walks by keyboard goes on from the same place.
      this.#body.querySelector<HTMLElement>("tr[data-selected] button, button")?.focus();
    }
  }

  #row(run: FlameRun, frame: number, selected: number): HTMLElement {
    const line = shownLineOf(run.columns, frame);
    const row = element("tr", {
      attributes: { "data-frame": String(frame), ...(frame === selected ? { "aria-current": "true" } : {}) },
      children: [
        element("th", {
          attributes: { scope: "row" },
          children: [this.#button(shownNameOf(run.columns, frame), frame)],
        }),
        element("td", { text: deltaTextOf(run.columns, frame) }),
        element("td", { text: shareTextOf(run, frame) }),
        element("td", { text: line === undefined ? "" : formatCount(line, run.locale) }),
      ],
    });
    row.toggleAttribute("data-selected", frame === selected);
    return row;
  }

  #wayUp({ columns }: FlameRun, inside: number): readonly HTMLElement[] {
    const parent = parentOf(columns, inside);
    return parent === undefined
      ? []
      : [this.#button(t("chart.table.up", { name: shownNameOf(columns, parent) }), parent)];
  }

  #rest(count: number, locale: string): HTMLElement {
    return element("p", { text: t("chart.table.more", { count: formatCount(count, locale) }) });
  }

  #button(text: string, frame: number): HTMLElement {
    const button = element("button", { className: "link", text, attributes: { type: "button" } });
    button.addEventListener("click", () => this.#picked(frame));
    return button;
  }
}

function headings(): HTMLElement {
  const texts = [
    t("chart.table.name"),
    t("chart.table.delta"),
    t("chart.table.share"),
    t("chart.table.line"),
  ];
  return element("tr", {
    children: texts.map((text) => element("th", { text, attributes: { scope: "col" } })),
  });
}
