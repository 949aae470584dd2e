import { expect, test } from "vitest";
import { hoverDiff } from "#core/view/diff/hoverDiff";
import { compareLogs } from "../../../support/comparison.ts";

const log = (...lines: readonly string[]): string => [...lines, "[mem] t: 900 MB (+900) (1ms)"].join("\n");

test("the baseline first, what is in the way of comparing next, then both figures", () => {
  const comparison = compareLogs(
    "# [mem-fn] ~148 MB: m$f\n# [mem] t: ~900 MB (+900)",
    log("[mem-fn] +136 MB: m$f"),
  );
  const diffs = comparison.diff.run.charges.map((charge) => comparison.ofCharge(charge));
  const [heading, remarks, figures] = hoverDiff(diffs, "function", comparison, "en");
  expect(heading?.replaceAll("\\", "")).toBe("**Compared with base.log, run 1: approximate, not measured**");
  expect(remarks).toMatch(/^- .*expect/);
  expect(figures).toBe("- while t: +136 MB, was +148 MB: ≈ ▼ 12 (−8.1 %)");
});

test("what one side does not have is said in words", () => {
  const comparison = compareLogs(log("[mem-fn] +50 MB: m$g"), log("[mem-fn] +136 MB: m$f"));
  const lines = (name: string) =>
    hoverDiff([comparison.ofCharge({ name, phase: "t" })], "function", comparison, "en").at(-1);
  expect(lines("m$f")).toBe("- while t: +136 MB, was below 8 MB");
  expect(lines("m$g")).toBe("- while t: was +50 MB, now below 8 MB");
});

test("there is no section without a baseline, or where it has nothing to say", () => {
  expect(hoverDiff([undefined], "function", undefined, "en")).toEqual([]);
  expect(hoverDiff([undefined], "function", compareLogs(log(), log()), "en")).toEqual([]);
});
