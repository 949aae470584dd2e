// Keys → what they mean in a chart with this selection. Pure; every frame can be reached, also those without width.
import type { FlameColumns } from "#core/view/flameColumns";
import { childrenOf, parentOf, ROOT, siblingsOf } from "./frames.ts";

export type KeyCommand =
  | { readonly type: "select"; readonly frame: number }
  | { readonly type: "open" | "fill" | "zoomIn" | "zoomOut" | "showAll" | "leave" };

/** What the key asks for; undefined when it is none of ours and the browser shall have it. */
export function keyCommand(
  columns: FlameColumns,
  selected: number | undefined,
  key: string,
): KeyCommand | undefined {
  switch (key) {
    case "ArrowUp":
    case "ArrowDown":
    case "ArrowLeft":
    case "ArrowRight":
    case "Home":
    case "End":
      return { type: "select", frame: selected === undefined ? ROOT : step(columns, selected, key) };
    case "Enter":
      return { type: "open" };
    case " ":
      return { type: "fill" };
    case "+":
    case "=": // the same key without Shift
      return { type: "zoomIn" };
    case "-":
      return { type: "zoomOut" };
    case "0":
      return { type: "showAll" };
    case "Escape":
      return { type: "leave" };
    default:
      return undefined;
  }
}

type StepKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End";

/** At an edge the selection stays where it is. */
function step(columns: FlameColumns, frame: number, key: StepKey): number {
  const siblings = siblingsOf(columns, frame);
  switch (key) {
    case "ArrowUp":
      return parentOf(columns, frame) ?? frame;
    case "ArrowDown": {
      const { first, end } = childrenOf(columns, frame);
      return end > first ? first : frame;
    }
    case "ArrowLeft":
      return Math.max(frame - 1, siblings.first);
    case "ArrowRight":
      return Math.min(frame + 1, siblings.end - 1);
    case "Home":
      return siblings.first;
    case "End":
      return siblings.end - 1;
  }
}
