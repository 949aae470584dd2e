import fc from "fast-check";
import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { noiseOf, noisyDiff } from "#core/model/compare/noise";

const MB = MEBIBYTE;

test("median, range and n; the whole MB of a log are part of the band", () => {
  expect(noiseOf([741 * MB, 735 * MB, 737 * MB])).toEqual({
    ...{ median: 737 * MB, min: 735 * MB, max: 741 * MB, n: 3, resolution: MB },
  });
  expect(noiseOf([4, 1, 3, 2], 1)).toMatchObject({ median: 2.5, n: 4 });
  expect(noiseOf([5, Number.NaN])).toMatchObject({ median: 5, n: 1, resolution: 0 });
  expect(noiseOf([])).toBeUndefined();
});

test.each([
  ["bands that meet", [735, 741], [740, 750], true],
  ["bands that floored figures may bring together", [735, 741], [742, 750], true],
  ["bands apart", [735, 741], [743, 750], false],
  ["one run each", [737], [738], true],
  ["one run each, two MB apart", [737], [739], false],
])("%s", (_, base, run, noChange) => {
  const [before, now] = [noiseOf(base.map((mb) => mb * MB)), noiseOf(run.map((mb) => mb * MB))];
  expect(before && now && noisyDiff(before, now).noChange).toBe(noChange);
});

test("the order of runs does not count, samples do not differ from themselves, the way back turns the sign", () => {
  const samples = fc.array(fc.integer({ min: -9000, max: 9000 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(samples, samples, (one, other) => {
      const [a, b] = [noiseOf(one, 1), noiseOf(other, 1)];
      if (a === undefined || b === undefined) {
        throw new Error("there are samples");
      }
      expect(noiseOf(one.toReversed(), 1)).toEqual(a);
      expect(noisyDiff(a, a)).toMatchObject({ difference: 0, noChange: true });
      const [there, back] = [noisyDiff(a, b), noisyDiff(b, a)];
      expect(0 - back.difference).toBe(there.difference);
      expect(back.noChange).toBe(there.noChange);
    }),
    { seed: 20_261_125, numRuns: 100 },
  );
});
