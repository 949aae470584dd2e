import { expect, test } from "vitest";
import { skipHole } from "#core/quartz/lexHole";

test.each([
  ["x} rest", false, 2],
  ["{a}} rest", false, 4],
  ['"}"} rest', false, 4],
  ["'}'} rest", false, 4],
  ['"""} rest', true, 0],
  [`${"\n".repeat(60)}}`, false, -50],
])("the inside %j of a hole", (text, inTriple, expected) => {
  // `-0` where reading gives up at once.
  expect(skipHole(text, 0, inTriple) + 0).toBe(expected);
});
