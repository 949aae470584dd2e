import { describe, expect, test } from "vitest";
import { readGuardHandler, readHandler } from "#core/quartz/handler";
import { syntaxOf } from "./listing.ts";

const DISPATCHER = { name: "tc_stmt", parameters: ["tc", "node"] };

function handler(body: string): string | undefined {
  const syntax = syntaxOf(body);
  return readHandler(syntax, { start: 0, end: syntax.tokens.count }, DISPATCHER, "kind");
}

describe("the handler of a branch", () => {
  test.each([
    ["return f(tc, node)", "f"],
    ["return ns::f(x)", "ns::f"],
    ["return Ok(f(node))", "f"],
    ["f(tc, node)", "f"],
    ["{ f(tc, node) }", "f"],
    ["f(tc, node)\nreturn TYPE_VOID", "f"],
    ["var r = f(tc, node)\nreturn r", "f"],
    ["return f(tc, node) if ready", "f"],
    ["push(tc)\nf(tc, node)\npop(tc)", "f"],
    ["a = 1\nb = 2\nc = 3\nreturn f(tc, node)", "f"],
    ["a()\nb()", "b"],
    ["return 1", undefined],
    ["return tc_stmt(tc, left)", undefined],
    ["push(tc)\ntc_stmt(tc, node)\npop(tc)", undefined],
    ["a = 1\nb = 2\nc = 3\nreturn f(a, b)", undefined],
    ["a()\nb()\nc()\nd()", undefined],
    ["each(kids, kid -> f(tc, kid))", undefined],
    ["", undefined],
  ])("%j: %s", (body, expected) => {
    expect(handler(body)).toBe(expected);
  });
});

test.each([
  ["f(tc, node)", "f"],
  ["f(left)", undefined],
  ["tc_stmt(tc, node)", undefined],
  ["1", undefined],
])("of a guarded return of %s: %s", (value, expected) => {
  const syntax = syntaxOf(value);
  expect(readGuardHandler(syntax, { start: 0, end: syntax.tokens.count }, DISPATCHER, "kind")).toBe(expected);
});
