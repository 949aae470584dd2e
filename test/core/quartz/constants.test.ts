import { expect, test } from "vitest";
import { readSource } from "#core/quartz/readSource";

test("node constants in their spellings, and nothing else", () => {
  const { constants } = readSource(
    [
      "const NODE_CALL = 9",
      "const NODE_IF: Int = 23 # statement",
      "def NODE_FUNCTION(): Int = 34",
      "const NODE_HEX = 0x10",
      "const TYPE_INT = 1",
      "const NODE_SUM = 1 + 2",
      'const NODE_TEXT = "9"',
    ].join("\n"),
  );
  expect(constants.map(({ name, value }) => `${name} ${value}`)).toEqual([
    "NODE_CALL 9",
    "NODE_IF 23",
    "NODE_FUNCTION 34",
    "NODE_HEX 16",
  ]);
});
