// What holds for every pair of runs.
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffRuns } from "#core/model/compare/diffRuns";
import type { FigureDiff, RunDiff } from "#core/model/compare/runDiff";
import type { RunFacts } from "#core/model/compare/runFacts";
import { NO_FACTS } from "#core/model/compare/runFacts";
import { modelRun, type RunModel } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { logText } from "../../../support/logBytes.ts";
import { readLogBytes } from "../../../support/logs.ts";

const SEED = 20_261_125;
const NAMES = nodeKindNames([]);
const FUNCTIONS = ["a$f", "a$g", "b$f", "main"];

function modelsOf(text: string): readonly RunModel[] {
  return readLogBytes(new TextEncoder().encode(text)).runs.map((run) => modelRun(run, NAMES));
}

const mb = fc.oneof(fc.integer({ min: -60, max: 400 }), fc.constant(99_999));
const signed = mb.map((value) => (value < 0 ? `${value}` : `+${value}`));
const line = fc.oneof(
  fc.tuple(signed, fc.constantFrom(...FUNCTIONS)).map(([delta, name]) => `[mem-fn] ${delta} MB: ${name}`),
  fc
    .tuple(fc.constantFrom(9, 22, 1006, 1009), signed, fc.nat(3))
    .map(([kind, delta, count]) => `[kind ${kind}] ${delta} MB / ${count} stmts`),
  fc.constantFrom("...2 total functions leaked >8 MB each...", "[mem] tc registry: structs=47 funcs=2140"),
);
const phase = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.nat(900), signed, fc.boolean())
  .map(([lines, rss, delta, isShort]) => ({
    lines,
    tail: isShort ? `${rss} MB` : `${rss} MB (${delta}) (7ms)`,
  }));
/** Logs whose figures have much in common. */
const likeLog = fc
  .tuple(
    fc.subarray(["lex", "resolve_pass1", "resolve", "typecheck", "mir"]),
    fc.array(phase, { minLength: 5, maxLength: 5 }),
  )
  .map(([names, phases]) =>
    names
      .flatMap((name, at) => [...(phases[at]?.lines ?? []), `[mem] ${name}: ${phases[at]?.tail}`, ""])
      .join("\n"),
  );
const model = fc
  .oneof({ weight: 3, arbitrary: likeLog }, { weight: 1, arbitrary: logText })
  .map((text) => modelsOf(text)[0])
  .filter((run) => run !== undefined);

const hash = fc.constantFrom("0000000000000001", "0000000000000002", "0000000000000003");
const snapshot = fc.uniqueArray(fc.tuple(fc.constantFrom(...FUNCTIONS), hash), {
  selector: ([name]) => name,
});
const facts: fc.Arbitrary<RunFacts> = fc
  .record({ snapshot, wallMs: fc.option(fc.nat(9)), peakBytes: fc.option(fc.nat(1 << 30)) })
  .map(({ snapshot, ...rest }) => ({
    ...NO_FACTS,
    ...rest,
    peakFrom: "measured",
    snapshot: {
      ...{ version: 1, taken: "run", branches: new Map() },
      symbols: new Map(
        snapshot.map(([name, hash]) => [name, [{ file: "a.qz", startLine: 0, endLine: 1, hash }]] as const),
      ),
    },
  }));

test("a run does not differ from itself", () => {
  check(fc.tuple(model, facts), ([run, known]) => {
    const diff = diffRuns(run, run, { base: known, run: known });
    for (const figure of figuresOf(diff)) {
      const isKnown = figure.baseBytes !== undefined && !figure.absurd;
      expect(figure.fate).toBe("both");
      expect(figure.differenceBytes).toBe(isKnown ? 0 : undefined);
      expect(figure.noChange).toBe(isKnown);
    }
    expect(diff.elapsed?.differenceMs ?? 0).toBe(0);
    expect(diff.functions.length).toBe(run.charges.length);
    expect(diff.kinds.length).toBe(run.kinds.length);
  });
});

test("the way back is the way there, with the signs turned", () => {
  check(fc.tuple(model, facts, model, facts), ([base, baseFacts, run, runFacts]) => {
    const there = diffRuns(base, run, { base: baseFacts, run: runFacts });
    const back = diffRuns(run, base, { base: runFacts, run: baseFacts });
    expect(sorted(figuresOf(back).map(turned))).toEqual(sorted(figuresOf(there)));
    expect(negated(back.elapsed?.differenceMs)).toBe(there.elapsed?.differenceMs);
    expect(sorted(back.remarks.map(({ code }) => code))).toEqual(
      sorted(there.remarks.map(({ code }) => code)),
    );
  });
});

type Told = Omit<FigureDiff, "ratio">;

function figuresOf({ phases, functions, kinds, peak }: RunDiff): readonly Told[] {
  const all = [...phases, ...functions, ...kinds, ...(peak === undefined ? [] : [peak])];
  return all.map(({ name, phase, baseBytes, newBytes, differenceBytes, fate, renamedFrom, ...rest }) => ({
    ...{ name, phase, baseBytes, newBytes, differenceBytes, fate, renamedFrom },
    ...{ noChange: rest.noChange, absurd: rest.absurd, approximate: rest.approximate },
    ...{ baseBelowBytes: rest.baseBelowBytes, newBelowBytes: rest.newBelowBytes },
  }));
}

const TURNED = { new: "gone", gone: "new", both: "both", renamed: "renamed" } as const;

function turned(figure: Told): Told {
  return {
    ...figure,
    name: figure.renamedFrom ?? figure.name,
    renamedFrom: figure.renamedFrom === undefined ? undefined : figure.name,
    ...{ baseBytes: figure.newBytes, newBytes: figure.baseBytes },
    differenceBytes: negated(figure.differenceBytes),
    fate: TURNED[figure.fate],
    ...{ baseBelowBytes: figure.newBelowBytes, newBelowBytes: figure.baseBelowBytes },
  };
}

function negated(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 0 - value;
}

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

function check<T>(values: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(values, property), { seed: SEED, numRuns: 100 });
}
