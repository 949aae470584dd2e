import { t } from "#core/base/text";
import { HUES, type Hue } from "./boxStyle.ts";
import { element } from "./dom.ts";

/** The looks that occur, in words. */
export class Legend {
  readonly root = element("ul", { className: "legend", attributes: { "aria-label": t("chart.legend") } });
  readonly #crowd = item("crowd", t("chart.crowd"));

  show(hues: ReadonlySet<Hue>): void {
    const items = HUES.filter((hue) => hues.has(hue)).map((hue) => item(hue, t(`chart.hue.${hue}`)));
    this.root.replaceChildren(...items, this.#crowd);
  }

  /** Whether frames are now drawn together for want of room. */
  showCrowd(shown: boolean): void {
    this.#crowd.hidden = !shown;
  }
}

function item(look: string, text: string): HTMLElement {
  const swatch = element("span", {
    className: `swatch swatch-${look}`,
    attributes: { "aria-hidden": "true" },
  });
  return element("li", { children: [swatch, text] });
}
