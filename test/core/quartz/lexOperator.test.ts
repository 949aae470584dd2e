import { expect, test } from "vitest";
import { operatorAt } from "#core/quartz/lexOperator";
import { TOKEN } from "#core/quartz/tokens";

test.each([
  ["==", "==", TOKEN.equals],
  ["=>", "=>", TOKEN.fatArrow],
  ["= ", "=", TOKEN.assign],
  ["...", "...", TOKEN.operator],
  ["..1", "..", TOKEN.operator],
  [".1", ".", TOKEN.dot],
  ["?.x", "?.", TOKEN.dot],
  ["|>", "|>", TOKEN.chain],
  [">=", ">=", TOKEN.greaterEqual],
])("the longest operator of %j is %j", (text, spelling, kind) => {
  expect(operatorAt(text, 0)).toEqual({ spelling, kind });
});

test("what means nothing is one character", () => {
  expect(operatorAt("~~", 0).spelling).toHaveLength(1);
  expect(operatorAt("^", 0).kind).toBe(TOKEN.operator);
});
