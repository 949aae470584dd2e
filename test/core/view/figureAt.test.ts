import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { figureAt } from "#core/view/figureAt";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const SOURCE = `def tc_expr(node: Int)
  var kind = ast::ast_get_kind(node)
  if kind == NODE_CALL
    return call(node)
  end
end

def call(node: Int)
  1
end

def free()
end
`;

const model = modelOf(
  "[mem-fn] +50 MB: walk$tc_expr\n[mem-fn] +20 MB: walk$call\n[kind 1009] +90 MB / 10 stmts\n[mem] t: 100 MB (+100) (1ms)",
);
const figures = attribute(model, indexOf({ "walk.qz": SOURCE })).byFile.get("file:///walk.qz");

test.each([
  [0, "handler", { family: "subject", name: "walk$tc_expr" }],
  [3, "handler", { family: "handler", row: 0 }],
  [3, "subject", { family: "handler", row: 0 }],
  [8, "handler", { family: "handler", row: 0 }],
  [8, "subject", { family: "subject", name: "walk$call" }],
  [11, "handler", undefined],
] as const)("line %i, rather a %s", (line, prefer, expected) => {
  expect(figures && figureAt(figures, line, prefer)).toEqual(expected);
});
