import { expect, test } from "vitest";
import { printedPeak } from "#core/log/printedPeak";

const MB = 1_048_576;

test.each([
  [" (+5) peak 12470 MB", 12_470],
  [" (+5) peak: 12470 MB", 12_470],
  [" (+5) PEAK RSS = 12470MB", 12_470],
  [" (+5)  12470 MB peak", 12_470],
  [" (+5) (peak: 12470 MB)", 12_470],
  [" (+5) peak ~12470 MB", 12_470],
  [" peak (current ≈ peak)", 7],
  [" (+5) off-peak 99999 MB", undefined],
  [" (+5) near the peak", undefined],
  [", 82 modules", undefined],
])("%s: %s MB", (body, megabytes) => {
  expect(printedPeak(body, 0, 7 * MB)).toEqual({
    peakBytes: megabytes === undefined ? undefined : megabytes * MB,
    faults: [],
  });
});

test.each([
  [" (+5) peak 12.47 GB", "malformed-line", 11],
  [" (+5) peak 12,470 MB", "malformed-line", 11],
  [" (+5) peak 124", "malformed-line", 11],
  [" (+5) peak 99999999999999999 MB", "unsafe-integer", 11],
])("%s has no peak that can be used: %s", (body, code, at) => {
  const { peakBytes, faults } = printedPeak(body, 0, 7 * MB);
  expect([peakBytes, faults[0]?.code, faults[0]?.at]).toEqual([undefined, code, at]);
});
