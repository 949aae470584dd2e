import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { comparedStatus } from "#core/view/diff/statusDiff";
import { runStatus } from "#core/view/runStatus";
import { compareLogs } from "../../../support/comparison.ts";
import { ROOT } from "../../../support/demo.ts";

const fixture = (name: string): string => readFileSync(join(ROOT, "test", "fixtures", "logs", name), "utf8");

function statusOf(base: string, run: string) {
  const comparison = compareLogs(base, run);
  return comparedStatus(runStatus(comparison.diff.run, "run.log"), comparison, "en");
}

test("the fix, as it was published: −86 %, −37 %, −13 %", () => {
  const { text, details } = statusOf(fixture("before-fix.log"), fixture("after-fix.log"));
  expect(text).toBe("Δ 7810 MB ▼ 4,660 (−37 %) · typecheck +737 MB ▼ 4,664 (−86 %)");
  expect(details[0]).toBe("Compared with base.log, run 1");
  expect(details).toContain("Elapsed 18.3 s, was 21 s (−13 %)");
  expect(details).toContain("codegen +248 MB ▲ 4 (+1.6 %)");
  expect(details.filter((line) => line.startsWith("mir"))).toEqual([]);
});

test("the other way round it grew", () => {
  expect(statusOf(fixture("after-fix.log"), fixture("before-fix.log")).text).toBe(
    "Δ 12470 MB ▲ 4,660 (+60 %) · typecheck +5401 MB ▲ 4,664 (+630 %)",
  );
});

test("what stands in the way of comparing is said before any figure", () => {
  const { details } = statusOf(fixture("pasted-expectation.log"), fixture("after-fix.log"));
  expect(details[0]).toBe("Compared with base.log, run 1: approximate, not measured");
  expect(details[1]).toMatch(/expect/);
});

test("a phase that is gone says what it was", () => {
  const { details } = statusOf(
    "[mem] init: 1 MB current (0ms)\n[mem] a: 51 MB (+50) (1ms)\n[mem] b: 61 MB (+10) (2ms)",
    "[mem] init: 1 MB current (0ms)\n[mem] a: 31 MB (+30) (1ms)",
  );
  expect(details).toContain("b: gone, was +10 MB");
});
