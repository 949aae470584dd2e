import { expect, test } from "vitest";
import { isKindName, readKindTests, readPattern } from "#core/quartz/kindTests";
import { syntaxOf } from "./listing.ts";

test.each([
  ["kind == NODE_A", "NODE_A of kind"],
  ["NODE_A == kind", "NODE_A of kind"],
  ["kind == ns::NODE_A or kind == NODE_B()", "NODE_A of kind, NODE_B of kind"],
  ["(kind == NODE_A) and ready(x)", "NODE_A of kind"],
  ["get(s, node) == NODE_A", "NODE_A of get(s, node)"],
  ["kind != NODE_A", ""],
  ["f(kind == NODE_A)", ""],
  ["kind == NODE_A + 1", ""],
  ["kind == OTHER", ""],
])("condition %j tests %j", (text, expected) => {
  const syntax = syntaxOf(text);
  const tests = readKindTests(syntax, { start: 0, end: syntax.tokens.count });
  expect(tests.map(({ kindName, subject }) => `${kindName} of ${subject.text}`).join(", ")).toBe(expected);
});

test.each([
  ["NODE_A", "NODE_A"],
  ["ns::NODE_A | NODE_B", "NODE_A NODE_B"],
  ["NODE_A or NODE_B if x == NODE_C", "NODE_A NODE_B"],
  ["Some(NODE_A)", ""],
  ["_", ""],
])("pattern %j names %j", (text, expected) => {
  const { tokens } = syntaxOf(text);
  expect(readPattern(tokens, { start: 0, end: tokens.count }).join(" ")).toBe(expected);
});

test("a kind name is a name that starts with NODE_", () => {
  const { tokens } = syntaxOf('NODE_A "NODE_A" XNODE_A');
  expect([0, 1, 2].map((at) => isKindName(tokens, at))).toEqual([true, false, false]);
});
