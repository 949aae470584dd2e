import { expect, test } from "vitest";
import { nodeKindNames } from "#core/quartz/nodeKinds";

test("the workspace's constants win over the known table, and other constants are no kinds", () => {
  const names = nodeKindNames([
    { name: "NODE_SEND", value: 9 },
    { name: "TYPE_INT", value: 23 },
    { name: "NODE_MATCH", value: 99 },
  ]);
  expect([9, 23, 99, 44, 1234].map((number) => names.get(number))).toEqual([
    "NODE_SEND",
    "NODE_IF",
    "NODE_MATCH",
    "NODE_FOR",
    undefined,
  ]);
});

test("a name that moved to another number leaves its old one", () => {
  const names = nodeKindNames([{ name: "NODE_CALL", value: 12 }]);
  expect([names.get(12), names.get(9)]).toEqual(["NODE_CALL", undefined]);
});
