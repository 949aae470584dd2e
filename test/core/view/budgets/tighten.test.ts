import { expect, test } from "vitest";
import { evaluateBudgets } from "#core/model/budgets";
import { modelRun } from "#core/model/runModel";
import { parseProject } from "#core/project/parseProject";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { type Tightened, tightenBudgets } from "#core/view/budgets/tighten";
import { fixtureRun } from "../../../support/logs.ts";

const kindNames = nodeKindNames([]);
const after = modelRun(fixtureRun("after-fix.log"), kindNames);
const before = modelRun(fixtureRun("before-fix.log"), kindNames);

function tightened(text: string): Tightened {
  const { budgets } = parseProject(text).project;
  return tightenBudgets(text, evaluateBudgets(budgets, { model: after, base: before, kindNames }));
}

test("limits come down to what was measured; layout and comments stay", () => {
  const text = `\uFEFF{
\t// what we promised
\t"budgets": [
\t\t{ "peak": "8 GB" }, // the seed's
\t\t{ "phase": "wrong" },
\t\t{   "phase":"typecheck","tolerance" : "5 %", "limit":"800 MB" },
\t\t{ "phase": "mir", "limit": "1 GB" },
\t\t{ "phase": "typecheck", "growth": "-10 %" },
\t\t{ "phase": "codegen", "growth": "+100 MB" },
\t],
}\r\n`;
  expect(tightened(text)).toEqual({
    count: 4,
    text: text
      .replace('"8 GB"', '"7810 MB"')
      .replace('"800 MB"', '"737 MB"')
      .replace('"-10 %"', '"-86.3 %"')
      .replace('"+100 MB"', '"+4 MB"'),
  });
});

test("tightened budgets hold, and there is nothing more to tighten", () => {
  const { text } = tightened(
    '{ "budgets": [{ "peak": true, "limit": "9 GB" }, { "phase": "mir", "growth": "+7 %" }] }',
  );
  expect(text).toContain('{ "peak": true, "limit": "7810 MB" }, { "phase": "mir", "growth": "+0 %" }');
  const results = evaluateBudgets(parseProject(text).project.budgets, {
    model: after,
    base: before,
    kindNames,
  });
  expect(results.map(({ verdict }) => verdict)).toEqual(["within", "within"]);
  expect(tightened(text)).toEqual({ text, count: 0 });
});
