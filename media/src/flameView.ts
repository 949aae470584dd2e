// The chart as a person meets it: what is visible, pointed at and selected. All of the chart's state that changes.
import { Chart } from "./chart.ts";
import type { FlameRun } from "./flameRun.ts";
import { startOf, weightOf } from "./frames.ts";
import { describeFrame } from "./frameText.ts";
import { attachInteractions, type PointerPlace } from "./interaction.ts";
import { type KeyCommand, keyCommand } from "./keyboard.ts";
import type { WeightRange } from "./layout.ts";
import { type Palette, readPalette } from "./palette.ts";
import { RangeZoom } from "./rangeZoom.ts";
import { oncePerFrame, watchSurroundings } from "./surroundings.ts";
import { Tooltip } from "./tooltip.ts";
import { rangeOfFrame, rangeToReveal } from "./visibleRange.ts";

const ZOOM_STEP = 1.5;
/** Of the window's height, so that the node kinds below stay in sight. */
const HIGHEST = 0.6;

export interface FlameViewEvents {
  /** A person selected this frame, or let go of the selection. */
  readonly picked: (frame: number | undefined) => void;
  readonly opened: (frame: number) => void;
  /** The visible range has come to rest. */
  readonly settled: () => void;
  /** Drawn; `crowded` when frames share boxes for want of room. */
  readonly drawn: (crowded: boolean) => void;
}

export class FlameView {
  readonly #chart = new Chart();
  readonly #tooltip = new Tooltip();
  readonly #zoom: RangeZoom;
  readonly #events: FlameViewEvents;
  readonly #redraw = oncePerFrame(() => this.#draw());
  #palette: Palette;
  #run: FlameRun | undefined;
  #selected: number | undefined;
  #hovered: number | undefined;
  #pointer: PointerPlace | undefined;

  constructor(parent: HTMLElement, events: FlameViewEvents) {
    this.#events = events;
    parent.append(this.#chart.scroller, this.#tooltip.root);
    this.#palette = readPalette(parent);
    this.#zoom = new RangeZoom(this.#chart.canvas, {
      moved: () => this.#redraw(),
      settled: () => events.settled(),
      draggedDown: (px) => {
        this.#chart.scroller.scrollTop -= px;
      },
    });
    attachInteractions(this.#chart.canvas, {
      hovered: (at) => this.#hover(at),
      left: () => this.#hover(undefined),
      clicked: (at) => this.#click(at),
      doubleClicked: (at) => this.#fill(this.#frameAt(at)),
      scrolledRows: (px) => {
        this.#chart.scroller.scrollTop += px;
      },
      panned: (px) => this.#zoom.panBy(px),
      pressed: (key) => this.#press(key),
    });
    this.#chart.scroller.addEventListener("scroll", () => this.#redraw());
    watchSurroundings(parent, {
      resized: () => this.#fit(),
      rethemed: () => {
        this.#palette = readPalette(parent);
        this.#fit();
      },
    });
  }

  /** The visible range, undefined while all is visible. */
  get range(): WeightRange | undefined {
    return this.#zoom.isWhole ? undefined : this.#zoom.range;
  }

  show(run: FlameRun, range: WeightRange | undefined, selected: number | undefined): void {
    this.#run = run;
    this.#selected = selected;
    this.#hover(undefined);
    this.#chart.fit(run, this.#palette, innerHeight * HIGHEST);
    this.#zoom.reset(run.columns, this.#chart.widthPx, range);
    this.#redraw();
  }

  /** Marks a frame, or none, and brings it into view. */
  select(frame: number | undefined): void {
    this.#selected = frame;
    if (this.#run !== undefined && frame !== undefined) {
      const current = this.#zoom.range;
      const wanted = rangeToReveal(this.#run.columns, frame, current, this.#chart.widthPx);
      if (wanted !== current) {
        this.#zoom.show(wanted, true);
      }
      this.#chart.scrollTo(this.#run, this.#palette, frame);
    }
    this.#redraw();
  }

  showAll(): void {
    this.#zoom.showAll();
  }

  #fit(): void {
    if (this.#run !== undefined) {
      const { range } = this;
      this.#chart.fit(this.#run, this.#palette, innerHeight * HIGHEST);
      this.#zoom.reset(this.#run.columns, this.#chart.widthPx, range);
      this.#redraw();
    }
  }

  #draw(): void {
    if (this.#run !== undefined && this.#chart.widthPx > 0) {
      const crowded = this.#chart.draw(this.#run, this.#zoom.range, this.#palette);
      this.#hover(this.#pointer);
      this.#events.drawn(crowded);
    }
  }

  #hover(at: PointerPlace | undefined): void {
    const frame = at === undefined ? undefined : this.#frameAt(at);
    if (this.#run !== undefined) {
      const frames = { hovered: frame, selected: this.#selected };
      this.#chart.mark(this.#run, this.#zoom.range, this.#palette, frames);
    }
    if (at === undefined || frame === undefined || this.#run === undefined) {
      this.#tooltip.hide();
    } else if (frame === this.#hovered) {
      this.#tooltip.moveTo(at.windowX, at.windowY);
    } else {
      this.#tooltip.show(describeFrame(this.#run, frame), at.windowX, at.windowY);
    }
    this.#pointer = at;
    this.#hovered = frame;
    this.#chart.canvas.toggleAttribute("data-pointing", frame !== undefined);
  }

  #frameAt({ xPx, yPx }: PointerPlace): number | undefined {
    return this.#run === undefined
      ? undefined
      : this.#chart.frameAt(this.#run, this.#zoom.range, this.#palette, xPx, yPx);
  }

  #click(at: PointerPlace): void {
    const frame = this.#frameAt(at);
    if (frame !== undefined) {
      this.#selected = frame;
      this.#redraw();
      this.#events.picked(frame);
      this.#events.opened(frame);
    }
  }

  #fill(frame: number | undefined): void {
    if (this.#run !== undefined && frame !== undefined) {
      this.#zoom.show(rangeOfFrame(this.#run.columns, frame), true);
    }
  }

  #press(key: string): boolean {
    const command = this.#run === undefined ? undefined : keyCommand(this.#run.columns, this.#selected, key);
    if (command?.type === "select") {
      this.select(command.frame);
      this.#events.picked(command.frame);
    } else if (command !== undefined) {
      this.#obey(command.type);
    }
    return command !== undefined;
  }

  #obey(command: Exclude<KeyCommand["type"], "select">): void {
    switch (command) {
      case "open":
        if (this.#selected !== undefined) {
          this.#events.opened(this.#selected);
        }
        break;
      case "fill":
        this.#fill(this.#selected);
        break;
      case "zoomIn":
        this.#zoom.scaleBy(ZOOM_STEP, this.#middleOfSelection());
        break;
      case "zoomOut":
        this.#zoom.scaleBy(1 / ZOOM_STEP, this.#middleOfSelection());
        break;
      case "showAll":
        this.#zoom.showAll();
        break;
      case "leave":
        this.#leave();
        break;
    }
  }

  #middleOfSelection(): number | undefined {
    return this.#run === undefined || this.#selected === undefined
      ? undefined
      : startOf(this.#run.columns, this.#selected) + weightOf(this.#run.columns, this.#selected) / 2;
  }

  /** One thing at a time: the tooltip, then the zoom, then the selection. */
  #leave(): void {
    if (this.#hovered !== undefined) {
      this.#hover(undefined);
    }
    if (!this.#zoom.isWhole) {
      this.#zoom.showAll();
    } else if (this.#selected !== undefined) {
      this.#selected = undefined;
      this.#redraw();
      this.#events.picked(undefined);
    }
  }
}
