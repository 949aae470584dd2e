import type { Chart, Scene } from "./chart.ts";
import { describeFrame } from "./frameText.ts";
import type { PointerPlace } from "./interaction.ts";
import { Tooltip } from "./tooltip.ts";

/** What the pointer is on: stays true when the chart moves under a pointer that rests. */
export class Pointing {
  readonly tooltip = new Tooltip();
  readonly #chart: Chart;
  #place: PointerPlace | undefined;
  #frame: number | undefined;

  constructor(chart: Chart) {
    this.#chart = chart;
  }

  /** The pointer is here now, or nowhere on the chart. */
  moveTo(place: PointerPlace | undefined, scene: Scene, selected: number | undefined): void {
    this.#place = place;
    this.refresh(scene, selected);
  }

  /** Other figures: the same id is not the same frame any more. */
  forget(): void {
    this.#frame = undefined;
  }

  /** The chart has changed: marks what is now under the pointer, and what is selected. */
  refresh(scene: Scene, selected: number | undefined): void {
    const place = this.#place;
    const frame = place && this.#chart.frameAt(scene, place.xPx, place.yPx);
    if (place === undefined || frame === undefined) {
      this.tooltip.hide();
    } else if (frame === this.#frame) {
      this.tooltip.moveTo(place.windowX, place.windowY);
    } else {
      this.tooltip.show(describeFrame(scene.run, frame), place.windowX, place.windowY);
    }
    this.#frame = frame;
    this.#chart.canvas.toggleAttribute("data-pointing", frame !== undefined);
    this.#chart.mark(scene, frame, selected);
  }
}
