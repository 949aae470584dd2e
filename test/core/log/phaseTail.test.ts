import { expect, test } from "vitest";
import { readTail } from "#core/log/phaseTail";

function tail(body: string, cut = false): string {
  const { deltaBytes, elapsedMs, remark, faults } = readTail(body, 0, cut);
  const delta = deltaBytes === undefined ? "-" : deltaBytes / 1_048_576;
  return [delta, elapsedMs ?? "-", remark, ...faults.map(({ at, code }) => `${at}:${code}`)].join(" | ");
}

test.each([
  ["  current                         (0ms)", "- | 0 | "],
  [" (+2)                            (1ms)", "2 | 1 | "],
  [", 82 modules", "- | - | 82 modules"],
  ["", "- | - | "],
  [" (-5)", "-5 | - | "],
  [" (+-5)", "-5 | - | "],
  [" (5)", "5 | - | "],
  ["  (+6500)   ← THE TARGET DELTA", "6500 | - | ← THE TARGET DELTA"],
  [" peak (current ≈ peak)", "- | - | peak (current ≈ peak)"],
  [" (+5) after  GC (20 ms) (82 modules)", "5 | 20 | after GC (82 modules)"],
  [" (+5 MB)(2.5ms)", "5 | 2.5 | "],
  [" (+10456)                     (2608ms", "10456 | 2608 | "],
])("%j", (body, expected) => {
  expect(tail(body)).toBe(expected);
});

test("a figure that cannot be read is left out and told", () => {
  expect(tail(" (+54x1) (98x1ms)")).toBe("- | - | (+54x1) (98x1ms) | 1:malformed-line | 9:malformed-line");
  expect(tail(" (+99999999999)")).toBe("NaN | - |  | 1:unsafe-integer");
});

test.each([
  [" (+54", "- | - |  | 1:cut-line"],
  [" (+5401) (98", "5401 | - |  | 9:cut-line"],
  [" (+5401) (9871ms", "5401 | 9871 | "],
])("%j at a cut", (body, expected) => {
  expect(tail(body, true)).toBe(expected);
});
