import { expect, test } from "vitest";
import { domainOfRate, kindPlace, readKindCell } from "#core/log/table/kindCell";

test.each([
  ["NODE_CALL (9)", "NODE_CALL", 9],
  ["NODE_CALL(9)", "NODE_CALL", 9],
  ["NODE_CALL 9", "NODE_CALL", 9],
  ["NODE_CALL", "NODE_CALL", undefined],
  ["**`NODE_CALL` (9)**", "NODE_CALL", 9],
  ["9", undefined, 9],
  ["(9)", undefined, 9],
  ["kind 1009", undefined, 1009],
  ["NODE_CALL = 9", "NODE_CALL", 9],
  ["NODE_CALL [9]", "NODE_CALL", 9],
  ["9: NODE_CALL", "NODE_CALL", 9],
  ["NODE\\_CALL (9)", "NODE_CALL", 9],
  ["NODE_RETURN (22) ⚠️", "NODE_RETURN", 22],
])("%j names a kind", (text, name, number) => {
  expect(readKindCell(text)).toEqual({ name, number });
});

test.each(["", "total", "NODE_", "node_call", "NODE_CALL is", "NODE_CALL (x)", "-9", "1234567"])(
  "%j names none",
  (text) => {
    expect(readKindCell(text)).toBeUndefined();
  },
);

test.each([
  ["~87 KB/call", "expression"],
  ["15 bytes / calls", "expression"],
  ["per-call avg", "expression"],
  ["1 MB per expr", "expression"],
  ["~1 MB/stmt (composite)", "statement"],
  ["per statement", "statement"],
  ["87 KB", undefined],
  ["5 calls", undefined],
])("%j is about %s", (text, domain) => {
  expect(domainOfRate(text)).toBe(domain);
});

test("a place has the dispatcher of its domain, and no phase", () => {
  const call = { name: "NODE_CALL", number: 9 };
  expect(kindPlace(call, "expression")).toEqual({
    ...{ type: "kind", phase: undefined, dispatcher: "tc_expr", domain: "expression" },
    ...{ number: 9, name: "NODE_CALL" },
  });
  expect(kindPlace(call, "statement")).toMatchObject({ dispatcher: "tc_stmt", domain: "statement" });
  expect(kindPlace(call, undefined)).toMatchObject({ dispatcher: undefined, domain: undefined });
});

test("a number of a `[kind N]` line says that it is an expression, whatever the heading says", () => {
  const place = { number: 9, domain: "expression", dispatcher: "tc_expr" };
  expect(kindPlace({ name: undefined, number: 1009 }, "statement")).toMatchObject(place);
  expect(kindPlace({ name: undefined, number: 999 }, "statement")).toMatchObject({ number: 999 });
});
