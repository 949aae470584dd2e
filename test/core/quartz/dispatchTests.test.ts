import { expect, test } from "vitest";
import { readArms, readChainBranch, readGuard } from "#core/quartz/dispatchTests";
import { TOKEN } from "#core/quartz/tokens";
import { syntaxOf } from "./listing.ts";

const FORMS = { if: readChainBranch, guard: readGuard, match: readArms } as const;

/** `names of subject: lines, first to last`, at the first `if` or `match`. */
function tests(form: keyof typeof FORMS, text: string): readonly string[] {
  const syntax = syntaxOf(text);
  const { tokens } = syntax;
  const word = form === "match" ? TOKEN.match : TOKEN.if;
  const head =
    Array.from({ length: tokens.count }, (_, at) => at).find((at) => tokens.kind(at) === word) ?? 0;
  return FORMS[form](syntax, head).map(
    ({ kindNames, subject, first, last }) =>
      `${kindNames.join(" ")} of ${subject.text}: ${tokens.line(first) + 1}-${tokens.line(last) + 1}`,
  );
}

test("a clause goes up to the next one, comments in between aside", () => {
  expect(tests("if", "if k == NODE_A or k == NODE_B\n  a\n\n  # note\nelsif c\nend")).toEqual([
    "NODE_A NODE_B of k: 1-2",
  ]);
  expect(tests("if", "if k == NODE_A\nelse\n  b\nend")).toEqual(["NODE_A of k: 1-1"]);
});

test("a guard is its statement, if that returns", () => {
  expect(tests("guard", "return f(x) if k == NODE_A\nb")).toEqual(["NODE_A of k: 1-1"]);
  expect(tests("guard", "f(x) if k == NODE_A\nb")).toEqual([]);
});

test("arms go up to the next one, of whatever pattern", () => {
  const arms =
    "match k\n  NODE_A => a,\n  ns::NODE_B | NODE_C =>\n    b\n\n    if x\n      c\n    end\n  _ => d\nend";
  expect(tests("match", arms)).toEqual(["NODE_A of k: 2-2", "NODE_B NODE_C of k: 3-8"]);
});
