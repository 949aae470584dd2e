// The page: its parts, and what each says to the others.
import { t } from "#core/base/text";
import { FLAG_HAS_SOURCE } from "#core/view/flameColumns";
import { Announcer } from "./announcer.ts";
import { element } from "./dom.ts";
import { type FlameRun, flameRunOf } from "./flameRun.ts";
import { FlameView } from "./flameView.ts";
import { findKey, keyOf } from "./frameKey.ts";
import { FrameNotes } from "./frameNotes.ts";
import { frameCount, hasFlag } from "./frames.ts";
import { FrameTable } from "./frameTable.ts";
import { describeFrame, placeOf } from "./frameText.ts";
import { Legend } from "./legend.ts";
import type { FromPage, ShowFlame, ToPage } from "./messages.ts";
import { OverlappingList } from "./overlappingList.ts";
import { describeRow } from "./overlappingText.ts";
import type { PageState } from "./pageState.ts";

export interface PageHost {
  readonly post: (message: FromPage) => void;
  readonly save: (state: PageState) => void;
}

export class FlamePage {
  readonly #host: PageHost;
  readonly #title = element("h1");
  readonly #legend = new Legend();
  readonly #reset = element("button", {
    className: "reset",
    text: t("chart.reset"),
    attributes: { type: "button" },
  });
  readonly #announcer = new Announcer();
  readonly #notes = new FrameNotes((frame) => this.#pick(frame, "inView"));
  readonly #table = new FrameTable((frame) => this.#pick(frame, "inView"));
  readonly #list = new OverlappingList((frame) => {
    this.#pick(frame, "asIs");
    this.#open(frame);
  });
  readonly #empty = element("p", { className: "empty", attributes: { role: "status" } });
  readonly #main: HTMLElement;
  readonly #view: FlameView;
  #state: PageState | undefined;
  #run: FlameRun | undefined;

  constructor(app: HTMLElement, host: PageHost, state: PageState | undefined) {
    this.#host = host;
    this.#state = state;
    const chart = element("div", { className: "chart" });
    const help = element("p", { className: "hint", text: t("chart.help"), attributes: { id: "chart-help" } });
    this.#main = element("main", {
      children: [
        element("header", { children: [this.#title, this.#legend.root, this.#reset] }),
        ...[chart, help, this.#announcer.root, this.#notes.root, this.#table.root, this.#list.root],
      ],
    });
    app.append(this.#main, this.#empty);
    this.#showEmpty("");
    this.#view = new FlameView(chart, {
      picked: (frame) => this.#pick(frame, "asIs"),
      opened: (frame) => this.#open(frame),
      settled: () => this.#remember(this.#state?.selected),
      drawn: (crowded) => {
        this.#legend.showCrowd(crowded);
        this.#reset.hidden = this.#view.range === undefined;
      },
    });
    this.#reset.addEventListener("click", () => this.#view.showAll());
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case "show":
        this.#show(message);
        break;
      case "empty":
        this.#showEmpty(message.text);
        break;
      case "select":
        // Ids of other figures would mark a frame that nobody meant.
        if (message.generation === this.#run?.generation && this.#knows(message.frame)) {
          this.#pick(message.frame, "inView");
        }
        break;
    }
  }

  #knows(frame: number): boolean {
    return this.#run !== undefined && (isBox(this.#run, frame) || this.#list.rowOf(frame) !== undefined);
  }

  #show(message: ShowFlame): void {
    const run = readable(message);
    if (run === undefined) {
      this.#showEmpty(t("chart.broken"));
      return;
    }
    const known = this.#state?.title === run.title ? this.#state : undefined;
    const selected = known?.selected === undefined ? undefined : findKey(run, known.selected);
    this.#run = run;
    this.#state = known ?? { title: run.title, range: undefined, selected: undefined };
    this.#main.hidden = false;
    this.#empty.hidden = true;
    this.#title.textContent = run.title;
    this.#legend.show(run.hues);
    this.#notes.show(run);
    this.#list.show(run);
    this.#view.show(run, known?.range, isBox(run, selected) ? selected : undefined);
    this.#mark(run, selected, false);
  }

  #showEmpty(text: string): void {
    this.#run = undefined;
    this.#empty.textContent = text;
    this.#empty.hidden = text === "";
    this.#main.hidden = true;
  }

  #pick(frame: number | undefined, how: "asIs" | "inView"): void {
    if (this.#run === undefined) {
      return;
    }
    if (how === "inView" || !isBox(this.#run, frame)) {
      this.#view.select(isBox(this.#run, frame) ? frame : undefined);
    }
    this.#mark(this.#run, frame, how === "inView");
    this.#remember(frame === undefined ? undefined : keyOf(this.#run, frame));
  }

  /** Everything but the chart itself that shows what is selected. */
  #mark(run: FlameRun, frame: number | undefined, reveal: boolean): void {
    const row = frame === undefined ? undefined : this.#list.rowOf(frame);
    this.#list.select(frame, reveal);
    this.#table.show(run, isBox(run, frame) ? frame : undefined);
    if (row !== undefined) {
      this.#announcer.say(row.name, [describeRow(row, run.locale)]);
    } else if (frame !== undefined) {
      const { name, delta, facts } = describeFrame(run, frame);
      this.#announcer.say(`${delta} ${name}`.trim(), facts, placeOf(run, frame));
    } else {
      this.#announcer.say(undefined);
    }
  }

  #open(frame: number): void {
    if (this.#run === undefined) {
      return;
    }
    const { columns, generation } = this.#run;
    if (this.#list.rowOf(frame)?.hasSource ?? hasFlag(columns, frame, FLAG_HAS_SOURCE)) {
      this.#host.post({ type: "open", generation, frame });
    }
  }

  #remember(selected: PageState["selected"]): void {
    if (this.#run !== undefined) {
      this.#state = { title: this.#run.title, range: this.#view.range, selected };
      this.#host.save(this.#state);
    }
  }
}

function isBox({ columns }: FlameRun, frame: number | undefined): boolean {
  return frame !== undefined && frame >= 0 && frame < frameCount(columns);
}

function readable(message: ShowFlame): FlameRun | undefined {
  try {
    return flameRunOf(message);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
