import { expect, test } from "vitest";
import { isCallable } from "#core/quartz/declaration";

test("functions and macros hold functions, everything else holds methods", () => {
  expect((["function", "extern", "macro"] as const).map(isCallable)).toEqual([true, true, true]);
  expect((["struct", "trait", "holder", "type"] as const).map(isCallable)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
