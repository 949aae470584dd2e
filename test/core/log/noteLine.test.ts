import { expect, test } from "vitest";
import { readNote } from "#core/log/noteLine";

test.each([
  ["...153 total functions leaked >8 MB each...", "measured", "...153 total functions leaked >8 MB each..."],
  [
    "12:01 ...3 total functions leaked >8 MB each...",
    "measured",
    "...3 total functions leaked >8 MB each...",
  ],
  ["# ...3 total functions leaked...", "expectation", "...3 total functions leaked..."],
  ["# Expected (post Phase 3c, 1985 functions):", "header", "# Expected (post Phase 3c, 1985 functions):"],
  ["  ## expected: less ", "header", "## expected: less"],
  ["# Wall time: ~21s", "expectation", "# Wall time: ~21s"],
])("%j", (line, part, text) => {
  expect(readNote(line)).toEqual({ part, text });
});

test.each(["# a comment", "Expected: 5", "...and so on...", "# Unexpected"])("%j is none", (line) => {
  expect(readNote(line)).toBeUndefined();
});
