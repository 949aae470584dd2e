// Stage: two runs → run minus base. Figures are matched by what they are about, never by where they stand.
import type { RunModel } from "../runModel.ts";
import { elapsedDiff } from "./elapsed.ts";
import { type Below, figureDiff } from "./figureDiff.ts";
import { pairUp } from "./pairs.ts";
import { peakDiff, peakOf } from "./peak.ts";
import { isEven, remarksOn, type Side } from "./remarks.ts";
import { renamesBetween } from "./renames.ts";
import type { FigureDiff, KindDiff, PhaseDiff, RunDiff } from "./runDiff.ts";
import { NO_FACTS, type RunFacts } from "./runFacts.ts";
import { functionThreshold, kindThreshold } from "./thresholds.ts";
import { functionValue, kindValue, phaseValues } from "./values.ts";

/** What is known of both runs beside their logs. */
export interface BothFacts {
  readonly base: RunFacts;
  readonly run: RunFacts;
}

/** @param locale BCP 47 tag for counts in remarks */
export function diffRuns(
  base: RunModel,
  run: RunModel,
  facts: BothFacts = { base: NO_FACTS, run: NO_FACTS },
  locale = "en",
): RunDiff {
  const [before, now] = [sideOf(base, facts.base), sideOf(run, facts.run)];
  const even = isEven(base.run, run.run);
  return {
    ...{ base, run, remarks: remarksOn(before, now, locale) },
    peak: peakDiff(before, now, even),
    elapsed: elapsedDiff(before, now, even),
    phases: phaseDiffs(base, run),
    functions: functionDiffs(base, run, facts),
    kinds: kindDiffs(base, run),
  };
}

function sideOf({ run }: RunModel, facts: RunFacts): Side {
  return { run, facts, peak: peakOf(run, facts) };
}

function phaseDiffs(base: RunModel, run: RunModel): readonly PhaseDiff[] {
  const pairs = pairUp(phaseValues(base), phaseValues(run), {
    // The first reading of a run is no growth, but the same phase as one that says what it grew by.
    keyOf: ({ part, phase, name, bytes }) =>
      key(part === "start" && bytes === undefined ? "phase" : part, phase, name),
  });
  return pairs.map((pair) => ({ ...figureDiff(pair), part: (pair.run ?? pair.base).part }));
}

function functionDiffs(base: RunModel, run: RunModel, facts: BothFacts): readonly FigureDiff[] {
  const renames = renamesBetween(facts.base.snapshot, facts.run.snapshot);
  const below = { base: functionThreshold(base.run), run: functionThreshold(run.run) };
  const pairs = pairUp(
    base.charges.map((charge) => functionValue(charge, base.run)),
    run.charges.map((charge) => functionValue(charge, run.run)),
    {
      keyOf: ({ phase, name }) => key(phase, name),
      renamedKeyOf: ({ phase, name }) => {
        const now = renames.get(name);
        return now === undefined ? undefined : key(phase, now);
      },
    },
  );
  return largestFirst(pairs.map((pair) => figureDiff(pair, below)));
}

function kindDiffs(base: RunModel, run: RunModel): readonly KindDiff[] {
  const below: { base: Below; run: Below } = { base: kindThreshold(base.run), run: kindThreshold(run.run) };
  const pairs = pairUp(
    base.kinds.map((kind) => kindValue(kind, base.run)),
    run.kinds.map((kind) => kindValue(kind, run.run)),
    { keyOf: ({ dispatcher, phase, name }) => key(dispatcher, phase, name) },
  );
  return largestFirst(
    pairs.map((pair) => ({ ...figureDiff(pair, below), dispatcher: (pair.run ?? pair.base).dispatcher })),
  );
}

/** Names hold no line end. */
function key(...parts: readonly (string | undefined)[]): string {
  return parts.map((part) => part ?? "\n").join("\n");
}

/** By the size of the difference; those without one by what is known of them. */
function largestFirst<D extends FigureDiff>(figures: readonly D[]): readonly D[] {
  const size = ({ differenceBytes }: D): number =>
    differenceBytes === undefined ? -1 : Math.abs(differenceBytes);
  const value = ({ baseBytes, newBytes }: D): number =>
    Math.max(Math.abs(baseBytes ?? 0), Math.abs(newBytes ?? 0));
  return figures.toSorted((a, b) => size(b) - size(a) || value(b) - value(a));
}
