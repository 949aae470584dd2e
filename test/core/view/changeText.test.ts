import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import type { FigureDiff } from "#core/model/compare/runDiff";
import { changeText, timeChangeText } from "#core/view/changeText";

const FIGURE: FigureDiff = {
  ...{ name: "a$f", phase: "typecheck", fate: "both", renamedFrom: undefined },
  ...{ baseBytes: undefined, newBytes: undefined, differenceBytes: undefined, ratio: undefined },
  ...{ noChange: false, absurd: false, approximate: false },
  ...{ baseBelowBytes: undefined, newBelowBytes: undefined },
};

function change(baseMb: number, newMb: number, more: Partial<FigureDiff> = {}, locale = "en"): string {
  const [baseBytes, newBytes] = [baseMb * MEBIBYTE, newMb * MEBIBYTE];
  const differenceBytes = newBytes - baseBytes;
  const ratio = baseMb === 0 ? undefined : differenceBytes / Math.abs(baseBytes);
  return changeText({ ...FIGURE, baseBytes, newBytes, differenceBytes, ratio, ...more }, locale);
}

test("what became of a figure stands behind what it is now", () => {
  expect(change(5401, 737)).toBe("737 MB ▼ 4,664 (−86 %)");
  expect(change(5401, 737, {}, "de")).toBe("737 MB ▼ 4.664 (−86 %)");
  expect(change(0, -1900)).toBe("-1900 MB ▼ 1,900");
  expect(change(0.75, 1)).toBe("1 MB ▲ 0.25 MB (+33 %)");
  expect(change(333, 333, { noChange: true })).toBe("333 MB, no change");
  expect(change(6500, 5401, { approximate: true })).toBe("5401 MB ≈ ▼ 1,099 (−17 %)");
  expect(change(9000, 50, { absurd: true, differenceBytes: undefined })).toBe(
    "⚠ cannot be true: 50 MB, was 9000 MB",
  );
  expect(timeChangeText(18_300, -2700, -2700 / 21_000)).toBe("18.3 s ▼ 2.7 s (−13 %)");
});

test("a line that one run does not print is not 0", () => {
  const gone = { ...FIGURE, fate: "gone", baseBytes: 136 * MEBIBYTE } as const;
  const added = { ...FIGURE, fate: "new", newBytes: 136 * MEBIBYTE } as const;
  expect(changeText(gone)).toBe("not printed now, was 136 MB");
  expect(changeText({ ...gone, newBelowBytes: 8 * MEBIBYTE })).toBe("below 8 MB now, was 136 MB");
  expect(changeText(added)).toBe("136 MB, not printed before");
  expect(changeText({ ...added, baseBelowBytes: 8 * MEBIBYTE })).toBe("136 MB, was below 8 MB");
  expect(changeText(FIGURE)).toBe("");
});
