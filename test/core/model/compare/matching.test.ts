// Names that come and go: by another name, below a threshold, or left out of a log.
import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { diffRuns } from "#core/model/compare/diffRuns";
import { NO_FACTS, type RunFacts } from "#core/model/compare/runFacts";
import { modelOf } from "../../../support/model.ts";

/** `a$f 1` is a function and its code. */
function factsWith(...symbols: readonly string[]): RunFacts {
  const seen = symbols.map((symbol) => {
    const [name = "", code = ""] = symbol.split(" ");
    return [name, [{ file: "a.qz", startLine: 0, endLine: 1, hash: code.padStart(16, "0") }]] as const;
  });
  return {
    ...NO_FACTS,
    snapshot: { version: 1, taken: "run", branches: new Map(), symbols: new Map(seen) },
  };
}

function typecheck(...lines: readonly string[]) {
  return modelOf([...lines, "[mem] typecheck: 400 MB (+400) (9ms)"].join("\n"));
}

describe("a function is renamed where its code has another name, and only there", () => {
  const base = typecheck("[mem-fn] +50 MB: a$f");
  const run = typecheck("[mem-fn] +20 MB: b$f");
  const fates = (before: RunFacts, now: RunFacts): readonly string[] =>
    diffRuns(base, run, { base: before, run: now }).functions.map(({ name, fate, renamedFrom }) =>
      `${name} ${fate} ${renamedFrom ?? ""}`.trim(),
    );

  test("the same code under one new name", () => {
    expect(fates(factsWith("a$f 1"), factsWith("b$f 1"))).toEqual(["b$f renamed a$f"]);
  });

  test.each([
    ["nothing is known of the code", NO_FACTS, NO_FACTS],
    ["the code is another", factsWith("a$f 1"), factsWith("b$f 2")],
    ["two new names have the code", factsWith("a$f 1"), factsWith("b$f 1", "c$f 1")],
    ["two names with the code are gone", factsWith("a$f 1", "d$f 1"), factsWith("b$f 1")],
    ["the old name is still there", factsWith("a$f 1"), factsWith("a$f 1", "b$f 1")],
    ["the new name was there before", factsWith("a$f 1", "b$f 1"), factsWith("b$f 1")],
  ])("not where %s", (_, before, now) => {
    expect(fates(before, now)).toEqual(["a$f gone", "b$f new"]);
  });
});

describe("what a missing line says", () => {
  const bound = (...lines: readonly string[]): number | undefined => {
    const base = typecheck("[mem-fn] +50 MB: a$f");
    const bytes = diffRuns(base, typecheck(...lines)).functions.find(
      ({ name }) => name === "a$f",
    )?.newBelowBytes;
    return bytes === undefined ? undefined : bytes / MEBIBYTE;
  };

  test("that the figure is below the threshold of the published probe, or of what the log says or shows", () => {
    expect(bound("[mem-fn] +90 MB: a$g")).toBe(8);
    expect(bound("[mem-fn] +90 MB: a$g", "...1 total functions leaked >16 MB each...")).toBe(16);
    expect(bound("[mem-fn] +90 MB: a$g", "[mem-fn] +3 MB: a$h")).toBe(3);
  });

  test("nothing where lines were left out, or none was printed in that phase", () => {
    expect(bound("[mem-fn] +90 MB: a$g", "...153 total functions leaked >8 MB each...")).toBeUndefined();
    expect(bound()).toBeUndefined();
    expect(bound("[mem-fn] +90 MB: a$g", "[mem] resolve: 100 MB (+100) (3ms)")).toBeUndefined();
  });
});
