import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { diffWeights, withGone } from "#core/view/diff/diffMarks";
import { fileScalesOf, heatMarksOf } from "#core/view/heatMarks";
import { compareLogs } from "../../../support/comparison.ts";
import { indexOf } from "../../../support/sources.ts";

const SOURCES = {
  "m.qz": ["f", "g", "h", "k"].map((name) => `def ${name}()\n  1\nend\n`).join(""),
};

function marks(base: readonly string[], run: readonly string[]): readonly string[] {
  const log = (lines: readonly string[]): string => [...lines, "[mem] t: 900 MB (+900) (1ms)"].join("\n");
  const comparison = compareLogs(log(base), log(run), SOURCES);
  const uri = "file:///m.qz";
  const attribution = attribute(comparison.diff.run, indexOf(SOURCES));
  const figures = withGone(attribution.byFile.get(uri), comparison.goneIn(uri));
  const weights = diffWeights(comparison);
  return heatMarksOf(figures, fileScalesOf(figures, weights), "linear", weights)
    .filter(({ part }) => part === "head")
    .map(({ family, level, fromLine }) => `${fromLine} ${family}${level}`);
}

test("marks tell which way and how far", () => {
  expect(
    marks(
      ["[mem-fn] +300 MB: m$f", "[mem-fn] +100 MB: m$g", "[mem-fn] +50 MB: m$h"],
      ["[mem-fn] +20 MB: m$f", "[mem-fn] +210 MB: m$g", "[mem-fn] +51 MB: m$h"],
    ),
  ).toEqual(["0 shrank3", "3 grew2"]);
});

test("what is gone below a bound shrank, what was below it grew, by no more than is certain", () => {
  expect(marks(["[mem-fn] +300 MB: m$f"], ["[mem-fn] +100 MB: m$k"])).toEqual(["0 shrank3", "9 grew1"]);
});

test("a run that measured no function marks nothing", () => {
  expect(marks(["[mem-fn] +300 MB: m$f"], [])).toEqual([]);
});
