// What is derived from the shown run and the sources: computed when asked for, dropped when either changes.
import { type Attribution, attribute, type FileFigures } from "#core/model/attribution";
import type { Memory } from "#core/model/drift";
import { modelRun, type RunModel } from "#core/model/runModel";
import { type Flame, flameOf } from "#core/view/flame";
import { type HeatScales, heatScalesOf } from "#core/view/heatMarks";
import { runTitle } from "#core/view/runStatus";
import type { RunStore, ShownRun } from "./runStore.ts";
import type { SourceStore } from "./sourceStore.ts";

export interface Profile {
  /** Frame ids are good only together with it. */
  readonly generation: number;
  readonly shown: ShownRun;
  readonly model: RunModel;
  readonly attribution: Attribution;
  readonly scales: HeatScales;
  readonly flame: Flame;
  file(uri: string): FileFigures | undefined;
}

/** Measures how long the figures take. */
export interface Clock {
  readonly now: () => number;
  readonly took: (ms: number) => void;
}

export class ProfileStore {
  readonly #runs: RunStore;
  readonly #sources: SourceStore;
  readonly #clock: Clock;
  readonly #memoryOf: (log: string) => Memory | undefined;
  #generation = 0;
  #profile: Profile | undefined;
  /** The figures before any source is known: an edit of a source leaves them as they are. */
  #model: { readonly model: RunModel; readonly names: ReadonlyMap<number, string> } | undefined;

  /** @param memoryOf what the code was like when a log's figures were made, as far as that is known */
  constructor(
    runs: RunStore,
    sources: SourceStore,
    clock: Clock,
    memoryOf: (log: string) => Memory | undefined,
  ) {
    this.#memoryOf = memoryOf;
    this.#clock = clock;
    this.#runs = runs;
    this.#sources = sources;
  }

  /** Call when the shown run or any source changed. */
  invalidate(): void {
    this.#profile = undefined;
  }

  /** Undefined when no run is shown. */
  get current(): Profile | undefined {
    this.#profile ??= this.#compute();
    return this.#profile;
  }

  #compute(): Profile | undefined {
    const { shown } = this.#runs;
    if (shown === undefined) {
      return undefined;
    }
    const start = this.#clock.now();
    const model = this.#modelOf(shown);
    const memory = this.#memoryOf(shown.log);
    const attribution = attribute(model, this.#sources.index.around(shown.log), memory);
    this.#clock.took(this.#clock.now() - start);
    this.#generation += 1;
    let flame: Flame | undefined;
    return {
      generation: this.#generation,
      ...{ shown, model, attribution },
      scales: heatScalesOf(attribution),
      // Only a chart needs it, and an edit comes with every keystroke.
      get flame() {
        flame ??= flameOf(model, attribution, runTitle(shown.run, shown.logName));
        return flame;
      },
      file: (uri) => attribution.byFile.get(uri),
    };
  }

  #modelOf({ run, log }: ShownRun): RunModel {
    const names = this.#sources.kindNamesAround(log);
    if (this.#model?.model.run !== run || this.#model.names !== names) {
      this.#model = { model: modelRun(run, names), names };
    }
    return this.#model.model;
  }
}
