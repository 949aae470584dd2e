import { expect, test } from "vitest";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { fixtureRun } from "../../support/logs.ts";

const MB = 1_048_576;

test.each([
  "before-fix.log",
  "after-fix.log",
  "baseline-ca2f64fc.log",
  "phase3b-functions.log",
  "phase3b-kinds.log",
])("%s: children and remainder make up every phase", (name) => {
  const model = modelRun(fixtureRun(name), nodeKindNames([]));
  for (const [index, span] of model.spans.entries()) {
    if (span.kind === "phase") {
      const charged = model.charges
        .filter(({ span: at }) => at === index)
        .reduce((sum, { deltaBytes }) => sum + deltaBytes, 0);
      const rest = model.remainders
        .filter(({ span: at }) => at === index)
        .reduce((sum, { bytes }) => sum + bytes, 0);
      expect(charged + rest).toBe(span.deltaBytes);
    }
  }
});

test("the published functions explain 950 of 5,401 MB", () => {
  const { remainders, spans } = modelRun(fixtureRun("phase3b-functions.log"), nodeKindNames([]));
  const typecheck = spans.findIndex(({ name }) => name === "typecheck");
  expect(remainders.find(({ span }) => span === typecheck)?.bytes).toBe(4451 * MB);
});
