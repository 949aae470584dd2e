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

test("functions with a body of one number are constants too, others are not", () => {
  const { constants } = readSource(
    "def NODE_A(): Int\n  return 9\nend\n\ndef NODE_B(); 1_0; end\n\ndef NODE_C(x: Int): Int = 1\n",
  );
  expect(constants).toEqual([
    { name: "NODE_A", value: 9 },
    { name: "NODE_B", value: 10 },
  ]);
});
