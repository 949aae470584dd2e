import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import type { HeatCurve } from "#core/model/heat";
import { fileScalesOf, type HeatScales, heatMarksOf, heatScalesOf } from "#core/view/heatMarks";
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

describe("scales", () => {
  const log = `[mem-fn] +10 MB: cold$c
[mem-fn] +20 MB: cold$d
[mem-fn] +1000 MB: m$f
[kind 1009] +30 MB / 2 stmts
[kind 1006] +900 MB / 2 stmts
[mem] t: 2000 MB (+2000) (1ms)`;
  const attribution = attribute(
    modelOf(log),
    indexOf({
      "cold.qz":
        "def c()\n  1\nend\ndef d()\n  1\nend\ndef tc_expr(kind: Int)\n  if kind == NODE_CALL\n    1\n  end\nend\n",
      "m.qz": "def f()\n  1\nend\n",
    }),
  );
  const figures = attribution.byFile.get("file:///cold.qz") ?? { subjects: [], branches: [], handlers: [] };
  const heads = (scales: HeatScales, curve?: HeatCurve): readonly string[] =>
    heatMarksOf(figures, scales, curve)
      .filter(({ part }) => part === "head")
      .map(({ family, level }) => `${family}${level}`);

  test("over the run a cold file is cold", () => {
    expect(heads(heatScalesOf(attribution))).toEqual(["subject1", "subject1", "handler1"]);
  });

  test("over the file its largest figure of each family is the hottest", () => {
    expect(heads(fileScalesOf(figures))).toEqual(["subject1", "subject3", "handler3"]);
  });

  test("a linear curve measures by the largest", () => {
    expect(heads(fileScalesOf(figures), "linear")).toEqual(["subject2", "subject3", "handler3"]);
  });
});
