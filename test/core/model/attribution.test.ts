import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const index = indexOf({
  "quartz.qz": "def main()\nend\n",
  "std/quake.qz": "def task()\nend\n",
  "tools/quake.qz": "def task()\nend\n",
  "walk.qz": `def _tc_expr_dispatch(kind: Int): Int
  if kind == node_constants::NODE_CALL
    return handlers::tc_expr_call(kind)
  end
  return 0
end

def mir_lower_expr(kind: Int)
  if kind == node_constants::NODE_CALL
    lower_call(kind)
  end
end
`,
  "handlers.qz": "def tc_expr_call(kind: Int): Int = kind\n",
});

const attribution = attribute(
  modelOf(`
    [mem-fn] +10 MB: quake$task
    [mem-fn] +9 MB: gone$away
    [mem-fn] +8 MB: handlers$tc_expr_call
    [kind 1009] +50 MB / 10 stmts
    [mem] t: 100 MB (+100) (1ms)
  `),
  index,
);

test("ambiguous and unknown names keep their figures and get no place", () => {
  expect(
    attribution.subjects.map(({ name, resolution, entry }) => [name, resolution.how, entry?.uri]),
  ).toEqual([
    ["quake$task", "ambiguous", undefined],
    ["gone$away", "unknown", undefined],
    ["handlers$tc_expr_call", "exact", "file:///handlers.qz"],
  ]);
});

test("a kind belongs to the branch of its own dispatcher, also when the probe renamed it, and to nobody else's", () => {
  const [kind] = attribution.handlers;
  expect(
    kind?.branches.map(({ branch }) => `${branch.dispatcher} line ${branch.range.start.line + 1}`),
  ).toEqual(["_tc_expr_dispatch line 2"]);
  expect(kind?.handlers.map(({ mangledName }) => mangledName)).toEqual(["handlers$tc_expr_call"]);
});

test("figures are found by file", () => {
  expect([...attribution.byFile.keys()].sort()).toEqual(["file:///handlers.qz", "file:///walk.qz"]);
  const handlers = attribution.byFile.get("file:///handlers.qz");
  expect([handlers?.subjects.length, handlers?.handlers.length, handlers?.branches.length]).toEqual([
    1, 1, 0,
  ]);
});
