import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatDelta,
  formatDifference,
  formatRatio,
  formatReading,
  formatSeconds,
  formatShare,
  MEBIBYTE,
} from "#core/base/units";

describe("logged deltas print as in the log", () => {
  test.each([
    [5764, "+5764 MB"],
    [0, "+0 MB"],
    [-1900, "-1900 MB"],
    [14_041, "+14041 MB"],
  ])("%d MB", (megabytes, text) => {
    expect(formatDelta(megabytes * MEBIBYTE)).toBe(text);
  });
});

test("readings are unsigned and computed differences grouped", () => {
  expect(formatReading(12_470 * MEBIBYTE)).toBe("12470 MB");
  expect(formatDifference(4451 * MEBIBYTE)).toBe("+4,451 MB");
  expect(formatDifference(-4664 * MEBIBYTE, "de")).toBe("-4.664 MB");
});

test("derived figures have two or three digits in the unit that suits them", () => {
  expect(formatAmount((5764 * MEBIBYTE) / 69_186)).toBe("85 KB");
  expect(formatAmount((9 * MEBIBYTE) / 9920)).toBe("950 B");
  expect(formatAmount(-5000 * MEBIBYTE)).toBe("-4.9 GB");
  expect(formatAmount(0)).toBe("0 B");
  expect(formatAmount((3 * MEBIBYTE) / 209_691)).toBe("15 B");
  expect(formatAmount(0.296 * MEBIBYTE)).toBe("0.3 MB");
  expect(formatShare(136 / 5401)).toBe("2.52 %");
  expect(formatRatio(30_036 / 5401)).toBe("5.6×");
  expect(formatSeconds(9871)).toBe("9.87 s");
});
