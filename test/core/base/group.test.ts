import { expect, test } from "vitest";
import { groupBy } from "#core/base/group";

test("groups keep the order of first appearance", () => {
  expect([...groupBy(["bb", "a", "cc", "d"], (word) => word.length)]).toEqual([
    [2, ["bb", "cc"]],
    [1, ["a", "d"]],
  ]);
});
