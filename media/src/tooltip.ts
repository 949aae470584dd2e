import { element } from "./dom.ts";
import type { FrameText } from "./frameText.ts";

/** Away from the pointer, so that it does not hide what it points at. */
const OFFSET_PX = 14;

/** What the pointer is on. Screen readers get the same facts from the live region. */
export class Tooltip {
  readonly root = element("div", { className: "tooltip", attributes: { "aria-hidden": "true" } });

  constructor() {
    this.root.hidden = true;
  }

  /** Shows the text beside a point of the window, on the side where there is room. */
  show({ name, delta, facts }: FrameText, xPx: number, yPx: number): void {
    this.root.replaceChildren(
      element("div", {
        className: "tooltip-head",
        children: [
          element("span", { className: "delta", text: delta }),
          " ",
          element("span", { className: "name", text: name }),
        ],
      }),
      ...facts.map((fact) => element("div", { text: fact })),
    );
    this.root.hidden = false;
    this.moveTo(xPx, yPx);
  }

  moveTo(xPx: number, yPx: number): void {
    const { offsetWidth, offsetHeight } = this.root;
    const left = xPx + OFFSET_PX + offsetWidth > innerWidth ? xPx - OFFSET_PX - offsetWidth : xPx + OFFSET_PX;
    const top =
      yPx + OFFSET_PX + offsetHeight > innerHeight ? yPx - OFFSET_PX - offsetHeight : yPx + OFFSET_PX;
    this.root.style.left = `${Math.max(left, 0)}px`;
    this.root.style.top = `${Math.max(top, 0)}px`;
  }

  hide(): void {
    this.root.hidden = true;
  }
}
