// What is derived from the shown run and the sources: computed when asked for, dropped when either changes.
import type { Run } from "#core/log/record";
import { type Attribution, attribute, type FileFigures } from "#core/model/attribution";
import { diffRuns } from "#core/model/compare/diffRuns";
import { NO_FACTS } from "#core/model/compare/runFacts";
import type { Memory } from "#core/model/drift";
import { modelRun, type RunModel } from "#core/model/runModel";
import { type Comparison, comparisonOf } from "#core/view/diff/comparison";
import { type Flame, flameOf } from "#core/view/flame";
import { type HeatScales, heatScalesOf } from "#core/view/heatMarks";
import { runTitle } from "#core/view/runStatus";
import type { BaselineStore } from "./baselineStore.ts";
import type { RunFactsStore } from "./runFactsStore.ts";
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
  /** Undefined while no baseline is pinned. */
  readonly comparison: Comparison | undefined;
  file(uri: string): FileFigures | undefined;
}

interface NamedModel {
  readonly model: RunModel;
  readonly names: ReadonlyMap<number, string>;
}

/** Measures how long the figures take. */
export interface Clock {
  readonly now: () => number;
  readonly took: (ms: number) => void;
}

/** The run that is shown, and the one that it is compared with. */
interface Runs {
  readonly runs: Pick<RunStore, "shown">;
  readonly baseline: Pick<BaselineStore, "pinned">;
  /** What is known of both beside their logs. */
  readonly facts: Pick<RunFactsStore, "of">;
  /** BCP 47 tag for what is said about the two. */
  readonly locale: string;
}

export class ProfileStore {
  readonly #runs: Runs;
  readonly #sources: SourceStore;
  readonly #clock: Clock;
  readonly #memoryOf: (log: string) => Memory | undefined;
  #generation = 0;
  #profile: Profile | undefined;
  /** The figures before any source is known: an edit of a source leaves them as they are. */
  #model: NamedModel | undefined;
  #baseModel: NamedModel | undefined;

  /** @param memoryOf what the code was like when a log's figures were made, as far as that is known */
  constructor(runs: Runs, sources: SourceStore, clock: Clock, memoryOf: (log: string) => Memory | undefined) {
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
    const { shown } = this.#runs.runs;
    if (shown === undefined) {
      return undefined;
    }
    const start = this.#clock.now();
    this.#model = this.#modelOf(shown.run, shown.log, this.#model);
    const { model } = this.#model;
    const memory = this.#memoryOf(shown.log);
    const attribution = attribute(model, this.#sources.index.around(shown.log), memory);
    this.#clock.took(this.#clock.now() - start);
    this.#generation += 1;
    let flame: Flame | undefined;
    let comparison: Comparison | undefined;
    const compare = (): Comparison | undefined => this.#compare(model, shown.log);
    return {
      generation: this.#generation,
      ...{ shown, model, attribution },
      scales: heatScalesOf(attribution),
      // Only a chart needs it, and an edit comes with every keystroke.
      get flame() {
        flame ??= flameOf(model, attribution, runTitle(shown.run, shown.logName));
        return flame;
      },
      get comparison() {
        comparison ??= compare();
        return comparison;
      },
      file: (uri) => attribution.byFile.get(uri),
    };
  }

  /** @param log the shown one: its names are those of the baseline too, so that they can be compared */
  #compare(model: RunModel, log: string): Comparison | undefined {
    const { baseline, facts, locale } = this.#runs;
    const { pinned } = baseline;
    if (pinned === undefined) {
      return undefined;
    }
    this.#baseModel = this.#modelOf(pinned.run, log, this.#baseModel);
    const known = { base: facts.of(pinned.log) ?? NO_FACTS, run: facts.of(log) ?? NO_FACTS };
    const diff = diffRuns(this.#baseModel.model, model, known, locale);
    return comparisonOf(diff, runTitle(pinned.run, pinned.logName), this.#sources.index.around(log));
  }

  #modelOf(run: Run, log: string, known: NamedModel | undefined): NamedModel {
    const names = this.#sources.kindNamesAround(log);
    return known?.model.run === run && known.names === names ? known : { model: modelRun(run, names), names };
  }
}
