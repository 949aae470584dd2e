import { expect, test } from "vitest";
import { readCall } from "#core/quartz/calls";
import { dispatcherOf, isAboutNode, passesNode } from "#core/quartz/dispatcher";
import { subjectOf } from "#core/quartz/kindTests";
import { syntaxOf } from "./listing.ts";

/** A dispatcher, and the expression on the line behind it. */
function setup(head: string, expression: string) {
  const syntax = syntaxOf(`def ${head} = 1\n${expression}`);
  const [declaration] = syntax.declarations;
  const name = declaration?.name ?? 0;
  if (declaration === undefined) {
    throw new Error("no declaration");
  }
  const span = { start: declaration.last + 2, end: syntax.tokens.count };
  return { syntax, span, dispatcher: dispatcherOf(syntax.tokens, declaration, name) };
}

test.each([
  ["kind", true],
  ["node.kind", true],
  ["get_kind(s, node)", true],
  ["get_kind(s, value)", false],
])("in f(s, node) a test of %s is about the node: %s", (expression, expected) => {
  const { syntax, span, dispatcher } = setup("f(s, node)", expression);
  expect(isAboutNode(syntax, subjectOf(syntax.tokens, span), dispatcher)).toBe(expected);
});

test.each([
  ["f(tc, node)", "g(tc, node)", true],
  ["f(tc, node)", "g(tc)", false],
  ["f(tc, node, kind)", "g(node)", true],
  ["f(tc, node, kind)", "g(kind)", false],
  ["f(tc, stmt, expected)", "g(tc, stmt)", true],
  ["f(kind)", "g(kind)", false],
])("in %s the call %s passes the node: %s", (head, expression, expected) => {
  const { syntax, span, dispatcher } = setup(head, expression);
  const call = readCall(syntax, span);
  expect(call !== undefined && passesNode(syntax, call, dispatcher, "kind")).toBe(expected);
});
