import { expect, test } from "vitest";
import { LEAST_FREE_BYTES, limitReached } from "../../../server/node/run/limits.ts";

const GB = 1_073_741_824;
const calm = { elapsedMs: 1000, treeBytes: GB, readingBytes: GB, freeBytes: 8 * GB };
const limits = { timeLimitMs: 60_000, rssLimitBytes: 2 * GB };

test("time, the tree, the last reading, and what the system has left: whichever comes first", () => {
  expect(limitReached(calm, limits)).toBeUndefined();
  expect(limitReached({ ...calm, elapsedMs: 60_001 }, limits)).toBe("it ran longer than its limit of 60 s");
  expect(limitReached({ ...calm, treeBytes: 3 * GB }, limits)).toBe(
    "its processes held 3072 MB, more than the limit of 2048 MB",
  );
  expect(limitReached({ ...calm, readingBytes: 3 * GB }, limits)).toBe(
    "its log read 3072 MB, more than the limit of 2048 MB",
  );
  expect(limitReached({ ...calm, freeBytes: LEAST_FREE_BYTES - 1 }, limits)).toMatch(/^the system had only/);
});

test("without a limit of memory nothing of it counts; what is not known neither", () => {
  expect(limitReached({ ...calm, treeBytes: 99 * GB, freeBytes: 0 }, {})).toBeUndefined();
  expect(limitReached({ ...calm, readingBytes: undefined, freeBytes: undefined }, limits)).toBeUndefined();
});
