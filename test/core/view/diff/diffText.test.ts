import { describe, expect, test } from "vitest";
import { formatDelta } from "#core/base/units";
import { differenceWords, leastDifference, nowText, withDifference } from "#core/view/diff/diffText";
import { compareLogs } from "../../../support/comparison.ts";

const PHASE = "[mem] t: 900 MB (+900) (1ms)";
const log = (...lines: readonly string[]): string => [...lines, PHASE].join("\n");

function functionTexts(base: string, run: string, locale = "en"): readonly string[] {
  const comparison = compareLogs(base, run);
  return comparison.diff.run.charges.map((charge) =>
    withDifference(formatDelta(charge.deltaBytes), comparison.ofCharge(charge), "function", {
      ...{ comparison, locale },
    }),
  );
}

describe("a figure with its difference", () => {
  test("says which way, how much, and how much of what it was", () => {
    expect(functionTexts(log("[mem-fn] +148 MB: m$f"), log("[mem-fn] +136 MB: m$f"))).toEqual([
      "+136 MB ▼ 12 (−8.1 %)",
    ]);
    expect(functionTexts(log("[mem-fn] +10 MB: m$f"), log("[mem-fn] +35 MB: m$f"))).toEqual([
      "+35 MB ▲ 25 (+250 %)",
    ]);
  });

  test("is written as the reader writes numbers", () => {
    const base = log("[mem-fn] +5401 MB: m$f").replaceAll("900", "9000");
    expect(functionTexts(base, log("[mem-fn] +737 MB: m$f"), "de")).toEqual(["+737 MB ▼ 4.664 (−86 %)"]);
  });

  test("has no change inside what a log resolves", () => {
    expect(functionTexts(log("[mem-fn] +136 MB: m$f"), log("[mem-fn] +137 MB: m$f"))).toEqual([
      "+137 MB (no change)",
    ]);
  });

  test("what the baseline does not print was below its bound, not nothing", () => {
    expect(functionTexts(log("[mem-fn] +50 MB: m$g"), log("[mem-fn] +136 MB: m$f"))).toEqual([
      "+136 MB (was below 8 MB)",
    ]);
  });

  test("nothing is said of a baseline that measured no function", () => {
    expect(functionTexts(PHASE, log("[mem-fn] +136 MB: m$f"))).toEqual([
      "+136 MB (not measured in the baseline)",
    ]);
  });

  test("what cannot be true has no difference", () => {
    expect(functionTexts(log("[mem-fn] +136 MB: m$f"), log("[mem-fn] +99999 MB: m$f"))).toEqual([
      "+99999 MB",
    ]);
  });

  test("figures that somebody expects give approximate differences", () => {
    const [text] = functionTexts(
      "# [mem-fn] ~148 MB: m$f\n# [mem] t: ~900 MB (+900)",
      log("[mem-fn] +136 MB: m$f"),
    );
    expect(text).toBe("+136 MB ≈ ▼ 12 (−8.1 %)");
  });
});

describe("what the baseline alone has", () => {
  const gone = (run: string): string => {
    const comparison = compareLogs(log("[mem-fn] +136 MB: m$f"), run);
    const [charge] = comparison.gone.subjects.flatMap(({ charges }) => charges);
    return charge === undefined ? "" : nowText(comparison.ofCharge(charge), "function", comparison);
  };

  test("is below the bound of a run that prints functions", () => {
    expect(gone(log("[mem-fn] +50 MB: m$g"))).toBe("now below 8 MB");
  });

  test("is not measured in a run that prints none", () => {
    expect(gone(PHASE)).toBe("not measured in this run");
  });

  test("is nothing when the run has it too", () => {
    expect(gone(log("[mem-fn] +20 MB: m$f"))).toBe("");
  });
});

test("a bound makes a difference that is certain, no more", () => {
  const MB = 1_048_576;
  const comparison = compareLogs(log("[mem-fn] +50 MB: m$g"), log("[mem-fn] +136 MB: m$f"));
  expect(leastDifference(comparison.ofCharge({ name: "m$f", phase: "t" }))).toBe(128 * MB);
  expect(leastDifference(comparison.ofCharge({ name: "m$g", phase: "t" }))).toBe(-42 * MB);
  expect(leastDifference(undefined)).toBe(0);
});

test("a run compared with itself has no change anywhere", () => {
  const same = log("[mem-fn] +136 MB: m$f", "[kind 1009] +400 MB / 20 stmts");
  const comparison = compareLogs(same, same);
  const pinned = { comparison, locale: "en" };
  const { charges, kinds } = comparison.diff.run;
  expect([
    ...charges.flatMap((charge) => differenceWords(comparison.ofCharge(charge), "function", pinned)),
    ...kinds.flatMap((kind) => differenceWords(comparison.ofKind(kind), "kind", pinned)),
  ]).toEqual(["no change", "no change"]);
  expect([...comparison.gone.subjects, ...comparison.gone.handlers]).toEqual([]);
});
