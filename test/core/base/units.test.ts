import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatChange,
  formatCount,
  formatDelta,
  formatDifference,
  formatRatio,
  formatReading,
  formatSeconds,
  formatShare,
  MEBIBYTE,
} from "#core/base/units";
import { seeded } from "../log/listing.ts";

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

test("English is printed as Intl prints it", () => {
  const random = seeded(7);
  const intl = (digits: number) => new Intl.NumberFormat("en", { maximumSignificantDigits: digits });
  const formats = [intl(2), intl(3)] as const;
  for (let round = 0; round < 5000; round++) {
    const value = (random() - 0.3) * 10 ** Math.floor(random() * 12 - 4);
    expect(formatShare(value / 100)).toBe(`${formats[1].format((value / 100) * 100)} %`);
    expect(formatRatio(value)).toBe(`${formats[0].format(value)}×`);
    const count = Math.floor(value * 1000);
    expect(formatCount(count)).toBe(new Intl.NumberFormat("en").format(count));
  }
});

test("a change says which way, how much, and how much of what it was", () => {
  expect(formatChange(-4664 * MEBIBYTE, -4664 / 5401)).toBe("▼ 4,664 (−86 %)");
  expect(formatChange(12 * MEBIBYTE, 0.081)).toBe("▲ 12 (+8.1 %)");
  expect(formatChange(1500 * MEBIBYTE, undefined, "de")).toBe("▲ 1.500");
  expect(formatChange(0, 0)).toBe("= 0");
});
