// What is derived from the shown run and the sources: computed when asked for, dropped when either changes.
import { type Attribution, attribute, type FileFigures } from "#core/model/attribution";
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

export class ProfileStore {
  readonly #runs: RunStore;
  readonly #sources: SourceStore;
  #generation = 0;
  #profile: Profile | undefined;

  constructor(runs: RunStore, sources: SourceStore) {
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
    const model = modelRun(shown.run, this.#sources.kindNames);
    const attribution = attribute(model, this.#sources.index);
    this.#generation += 1;
    return {
      generation: this.#generation,
      ...{ shown, model, attribution },
      scales: heatScalesOf(attribution),
      flame: flameOf(model, attribution, runTitle(shown.run, shown.logName)),
      file: (uri) => attribution.byFile.get(uri),
    };
  }
}
