import { expect, test } from "vitest";
import { formatShare } from "#core/base/units";
import { modelRun, overlapOf } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { fixtureRun } from "../../support/logs.ts";
import { modelOf } from "../../support/model.ts";

test("1000 and up are expression kinds; the workspace may not know a number", () => {
  const { kinds } = modelOf(
    "[kind 9] +5 MB / 3 stmts\n[kind 1009] +7 MB / 2 stmts\n[kind 1999] +1 MB / 1 stmts\n[mem] t: 50 MB (+50) (1ms)",
  );
  expect(
    kinds.map(({ name, domain, dispatcher, averageBytes }) => [name, domain, dispatcher, averageBytes]),
  ).toEqual([
    ["NODE_CALL", "expression", "tc_expr", 3.5 * 1_048_576],
    ["NODE_CALL", "statement", "tc_stmt", (5 * 1_048_576) / 3],
    ["NODE_?999", "expression", "tc_expr", 1_048_576],
  ]);
});

test("a share above the whole stays visible, and the overlap is a ratio, not growth", () => {
  const model = modelRun(fixtureRun("phase3b-kinds.log"), nodeKindNames([]));
  const block = model.kinds.find(({ name }) => name === "NODE_BLOCK");
  expect(formatShare(block?.share ?? 0)).toBe("260 %");
  expect(block?.absurd).toBe(false);
  const statements = overlapOf(model.kinds.filter(({ domain }) => domain === "statement"));
  expect(statements).toEqual({ sumBytes: 30_036 * 1_048_576, count: 7 });
});

test("a delta for a count of 0 cannot be true", () => {
  const [kind] = modelOf("[kind 9] +5 MB / 0 stmts\n[mem] t: 50 MB (+50) (1ms)").kinds;
  expect(kind).toMatchObject({ absurd: true, averageBytes: undefined, share: undefined });
});
