// The chart as a person meets it: what is visible, pointed at and selected. All of the chart's state that changes.
import { Chart, type Scene } from "./chart.ts";
import type { FlameRun } from "./flameRun.ts";
import { startOf, weightOf } from "./frames.ts";
import { attachInteractions, type PointerPlace } from "./interaction.ts";
import { type KeyCommand, keyCommand } from "./keyboard.ts";
import type { WeightRange } from "./layout.ts";
import { type Palette, readPalette } from "./palette.ts";
import { Pointing } from "./pointing.ts";
import { RangeZoom } from "./rangeZoom.ts";
import { oncePerFrame, watchSurroundings } from "./surroundings.ts";
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
  readonly #pointing = new Pointing(this.#chart);
  readonly #zoom: RangeZoom;
  readonly #events: FlameViewEvents;
  readonly #redraw = oncePerFrame(() => this.#draw());
  readonly #commands: Readonly<Record<Exclude<KeyCommand["type"], "select">, () => void>> = {
    open: () => this.#selected !== undefined && this.#events.opened(this.#selected),
    fill: () => this.#fill(this.#selected),
    zoomIn: () => this.#zoom.scaleBy(ZOOM_STEP, this.#middleOfSelection()),
    zoomOut: () => this.#zoom.scaleBy(1 / ZOOM_STEP, this.#middleOfSelection()),
    showAll: () => this.#zoom.showAll(),
    leave: () => this.#leave(),
  };
  #palette: Palette;
  #run: FlameRun | undefined;
  #selected: number | undefined;

  constructor(parent: HTMLElement, events: FlameViewEvents) {
    this.#events = events;
    parent.append(this.#chart.scroller, this.#pointing.tooltip.root);
    this.#palette = readPalette(parent);
    this.#zoom = new RangeZoom(this.#chart.canvas, {
      moved: () => this.#redraw(),
      settled: () => events.settled(),
      draggedDown: (px) => {
        this.#chart.scroller.scrollTop -= px;
      },
    });
    attachInteractions(this.#chart.canvas, {
      hovered: (at) => this.#point(at),
      left: () => this.#point(undefined),
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
      resized: () => this.#refit(),
      rethemed: () => {
        this.#palette = readPalette(parent);
        this.#refit();
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
    this.#pointing.forget();
    this.#fit(run, range);
  }

  showAll(): void {
    this.#zoom.showAll();
  }

  /** Marks a frame, or none, and brings it into view. */
  select(frame: number | undefined): void {
    const scene = this.#scene();
    this.#selected = frame;
    if (scene !== undefined && frame !== undefined) {
      const goal = this.#zoom.goal;
      const wanted = rangeToReveal(scene.run.columns, frame, goal, this.#chart.widthPx);
      if (wanted !== goal) {
        this.#zoom.show(wanted, true);
      }
      this.#chart.scrollTo(scene, frame);
    }
    this.#redraw();
  }

  #scene(): Scene | undefined {
    return this.#run && { run: this.#run, range: this.#zoom.range, palette: this.#palette };
  }

  #fit(run: FlameRun, range: WeightRange | undefined): void {
    this.#chart.fit({ run, palette: this.#palette }, innerHeight * HIGHEST);
    this.#zoom.reset(run.columns, this.#chart.widthPx, range);
    this.#redraw();
  }

  #refit(): void {
    if (this.#run !== undefined) {
      this.#fit(this.#run, this.range);
    }
  }

  #draw(): void {
    const scene = this.#scene();
    if (scene !== undefined && this.#chart.widthPx > 0) {
      const crowded = this.#chart.draw(scene);
      this.#pointing.refresh(scene, this.#selected);
      this.#events.drawn(crowded);
    }
  }

  #point(at: PointerPlace | undefined): void {
    const scene = this.#scene();
    if (scene !== undefined) {
      this.#pointing.moveTo(at, scene, this.#selected);
    }
  }

  #frameAt(at: PointerPlace | undefined): number | undefined {
    const scene = this.#scene();
    return scene && at && this.#chart.frameAt(scene, at.xPx, at.yPx);
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
    const command = this.#run && keyCommand(this.#run.columns, this.#selected, key);
    if (command?.type === "select") {
      this.select(command.frame);
      this.#events.picked(command.frame);
    } else if (command !== undefined) {
      this.#commands[command.type]();
    }
    return command !== undefined;
  }

  #middleOfSelection(): number | undefined {
    const { columns } = this.#run ?? {};
    const frame = this.#selected;
    return columns && frame !== undefined
      ? startOf(columns, frame) + weightOf(columns, frame) / 2
      : undefined;
  }

  /** First the zoom, then the selection; the tooltip in any case. */
  #leave(): void {
    this.#point(undefined);
    if (!this.#zoom.isWhole) {
      this.#zoom.showAll();
    } else if (this.#selected !== undefined) {
      this.#selected = undefined;
      this.#redraw();
      this.#events.picked(undefined);
    }
  }
}
