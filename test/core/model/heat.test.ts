import { describe, expect, test } from "vitest";
import { HEAT_CURVES, heatLevel, heatScale } from "#core/model/heat";

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

describe("on a linear scale levels are thirds of the largest figure", () => {
  const scale = heatScale([1, 900].map((megabytes) => megabytes * MB));

  test.each([
    [1, 1],
    [299, 1],
    [301, 2],
    [599, 2],
    [601, 3],
    [900, 3],
  ])("%d MB is level %d", (megabytes, level) => {
    expect(scale && heatLevel(megabytes * MB, scale, "linear")).toBe(level);
  });

  test("a release and nothing have no heat", () => {
    expect(scale && [heatLevel(-MB, scale, "linear"), heatLevel(0, scale, "linear")]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

test.each(HEAT_CURVES)("one figure alone is the hottest: %s", (curve) => {
  const scale = heatScale([5 * MB]);
  expect(scale && heatLevel(5 * MB, scale, curve)).toBe(3);
});

test("a scale of nothing is none", () => {
  expect(heatScale([])).toBeUndefined();
  expect(heatScale([-1, 0])).toBeUndefined();
});
