import { expect, test } from "vitest";
import { neverCancelled } from "#core/base/cancellation";

test("the token that never cancels", () => {
  expect(neverCancelled.isCancellationRequested).toBe(false);
});
