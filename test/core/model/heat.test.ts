import { describe, expect, test } from "vitest";
import { heatLevel, heatScale } from "#core/model/heat";

const MB = 1_048_576;

describe("levels lie on a log scale between the least and the largest figure of the run", () => {
  const scale = heatScale([1, 10, 100, 1000, -50, 0].map((megabytes) => megabytes * MB));

  test.each([
    [1, 1],
    [9, 1],
    [11, 2],
    [99, 2],
    [101, 3],
    [1000, 3],
  ])("%d MB is level %d", (megabytes, level) => {
    expect(scale && heatLevel(megabytes * MB, scale)).toBe(level);
  });

  test("a release, nothing, and a value that is none have no heat", () => {
    expect(scale && [heatLevel(-MB, scale), heatLevel(0, scale), heatLevel(Number.NaN, scale)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("one figure alone is the hottest", () => {
  const scale = heatScale([5 * MB]);
  expect(scale && heatLevel(5 * MB, scale)).toBe(3);
});

test("a scale of nothing is none", () => {
  expect(heatScale([])).toBeUndefined();
  expect(heatScale([-1, 0])).toBeUndefined();
});
