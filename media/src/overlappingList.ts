// Node kinds overlap, so they have no boxes. They are tables, one per dispatcher, with what they add up to said as a
// ratio and never as a figure of the run.
import { t } from "#core/base/text";
import { formatCount } from "#core/base/units";
import type { OverlappingRow } from "#core/view/flameColumns";
import { element } from "./dom.ts";
import type { FlameRun } from "./flameRun.ts";
import { type OverlappingGroup, overlappingGroups } from "./overlappingGroups.ts";
import { averageText, ratioText, shareText, totalText } from "./overlappingText.ts";

export class OverlappingList {
  readonly root = element("section", {
    className: "kinds",
    attributes: { "aria-labelledby": "kinds-title" },
  });
  readonly #picked: (frame: number) => void;
  readonly #rows = new Map<number, { readonly row: OverlappingRow; readonly line: HTMLElement }>();

  /** @param picked a person chose this row */
  constructor(picked: (frame: number) => void) {
    this.#picked = picked;
  }

  show({ overlapping, netBytes, locale }: FlameRun): void {
    this.#rows.clear();
    this.root.hidden = overlapping.length === 0;
    this.root.replaceChildren(
      element("h2", { text: t("chart.kinds.title"), attributes: { id: "kinds-title" } }),
      element("p", { className: "hint", text: t("chart.kinds.overlap") }),
      element("div", {
        className: "kinds-groups",
        children: overlappingGroups(overlapping, netBytes).map((group) => this.#table(group, locale)),
      }),
    );
  }

  /** The row with this id, if it is one of the list. */
  rowOf(frame: number): OverlappingRow | undefined {
    return this.#rows.get(frame)?.row;
  }

  /** Marks this row and no other, and scrolls to it when asked. */
  select(frame: number | undefined, reveal: boolean): void {
    for (const [id, { line }] of this.#rows) {
      line.toggleAttribute("data-selected", id === frame);
      line.ariaCurrent = id === frame ? "true" : null;
      if (reveal && id === frame) {
        line.scrollIntoView({ block: "nearest" });
      }
    }
  }

  #table(group: OverlappingGroup, locale: string): HTMLElement {
    const { dispatcher, phase, netBytes } = group;
    const title =
      phase === null
        ? t("chart.kinds.captionOpen", { dispatcher })
        : t("chart.kinds.caption", { dispatcher, phase });
    const columns = [
      t("chart.kinds.kind"),
      t("chart.kinds.total"),
      t("chart.kinds.share"),
      t("chart.kinds.count"),
      t("chart.kinds.average"),
    ];
    const headings = columns.map((text) => element("th", { text, attributes: { scope: "col" } }));
    headings.splice(1, 0, element("td", { className: "bars", attributes: { "aria-hidden": "true" } }));
    const aboveWhole =
      netBytes !== null && group.rows.some((row) => !row.absurd && row.totalBytes > netBytes);
    return element("div", {
      className: "kinds-group",
      children: [
        element("table", {
          children: [
            element("caption", {
              children: [
                element("span", { className: "caption-title", text: title }),
                element("span", { className: "ratio", text: ratioText(group, locale) }),
              ],
            }),
            element("thead", { children: [element("tr", { children: headings })] }),
            element("tbody", { children: group.rows.map((row) => this.#row(row, group, locale)) }),
          ],
        }),
        ...(aboveWhole ? [element("p", { className: "hint", text: t("chart.kinds.aboveWhole") })] : []),
      ],
    });
  }

  #row(row: OverlappingRow, group: OverlappingGroup, locale: string): HTMLTableRowElement {
    const name = element("button", { className: "link", text: row.name, attributes: { type: "button" } });
    name.toggleAttribute("data-source", row.hasSource);
    const bar = element("span", { className: "bar" });
    bar.style.width = `${row.absurd ? 0 : (100 * Math.abs(row.totalBytes)) / Math.max(group.largestBytes, 1)}%`;
    const flag = element("span", { className: "flag", text: t("chart.kinds.absurd") });
    const made = element("tr", {
      attributes: { "data-frame": String(row.frame) },
      children: [
        element("th", { attributes: { scope: "row" }, children: row.absurd ? [name, flag] : [name] }),
        element("td", { className: "bars", attributes: { "aria-hidden": "true" }, children: [bar] }),
        element("td", { text: totalText(row) }),
        element("td", { text: shareText(row, group.netBytes, locale) }),
        element("td", { text: formatCount(row.count, locale) }),
        element("td", { text: averageText(row, locale) }),
      ],
    });
    made.addEventListener("click", () => this.#picked(row.frame));
    this.#rows.set(row.frame, { row, line: made });
    return made;
  }
}
