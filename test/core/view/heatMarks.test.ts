import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { heatMarksOf, heatScalesOf } from "#core/view/heatMarks";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

function marks(source: string, log: string): readonly string[] {
  const attribution = attribute(modelOf(log), indexOf({ "m.qz": source }));
  const figures = attribution.byFile.get("file:///m.qz");
  return figures === undefined
    ? []
    : heatMarksOf(figures, heatScalesOf(attribution)).map(
        ({ part, family, level, fromLine, toLine }) => `${part} ${family}${level} ${fromLine}-${toLine}`,
      );
}

test("inner ranges win over outer ones, and no line has two marks", () => {
  const source = `def tc_expr(kind: Int): Int
  var a = 1
  if kind == NODE_CALL
    return call(kind)
  end
  return a
end
`;
  expect(
    marks(source, "[mem-fn] +10 MB: m$tc_expr\n[kind 1009] +50 MB / 10 stmts\n[mem] t: 100 MB (+100) (1ms)"),
  ).toEqual([
    "head subject3 0-0",
    "band subject3 1-1",
    "head handler3 2-2",
    "band handler3 3-3",
    "band subject3 4-6",
  ]);
});

test("a release and an absurd value have no heat", () => {
  expect(marks("def f()\n  1\nend\n", "[mem-fn] -10 MB: m$f\n[mem] t: 100 MB (+100) (1ms)")).toEqual([]);
  expect(marks("def f()\n  1\nend\n", "[mem-fn] +99999 MB: m$f\n[mem] t: 100 MB (+100) (1ms)")).toEqual([]);
});
