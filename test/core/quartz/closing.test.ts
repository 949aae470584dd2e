import { expect, test } from "vitest";
import { syntaxOf } from "./listing.ts";

/** Text of each token that has a partner, and the partner's text and line. */
function partners(text: string): readonly string[] {
  const { tokens, partners } = syntaxOf(text);
  return [...partners.entries()].flatMap(([at, partner]) =>
    partner === 0 ? [] : [`${tokens.textOf(at)} → ${tokens.textOf(partner)} ${tokens.line(partner) + 1}`],
  );
}

test("brackets, clauses and blocks meet what closes them", () => {
  expect(partners("def f()\n  if g([a])\n    b\n  elsif c\n    d\n  else\n    e\n  end\nend")).toEqual([
    "def → end 9",
    "if → elsif 4",
    "( → ) 2",
    "[ → ] 2",
    "elsif → else 6",
    "else → end 8",
  ]);
});

test("a bracket that was never closed ends with the statement word that cannot be in it", () => {
  expect(partners("def f()\n  a = g(1\n  return b\nend")).toEqual(["def → end 4", "( → return 3"]);
});

test("a closing bracket or end too many closes nothing", () => {
  expect(partners("x)\nend\nelse\n}")).toEqual([]);
});
