import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { heatMarksOf, heatScalesOf } from "#core/view/heatMarks";
import { chooseFigures, type FigureChoice } from "#core/view/lensChoice";
import { lensesOf } from "#core/view/lenses";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const NAMES = ["small", "large", "released", "absurd", "huge"];
const SOURCE = `${NAMES.map((name) => `def ${name}()\n  1\nend\n`).join("")}def tc_expr(kind: Int)
  if kind == NODE_CALL
    1
  elsif kind == NODE_IDENT
    2
  end
end
`;
const LOG = `[mem-fn] +10 MB: m$small
[mem-fn] +99999 MB: m$absurd
[mem-fn] -70 MB: m$released
[mem-fn] +40 MB: m$large
[mem-fn] +90 MB: m$huge
[kind 1006] +3 MB / 10 stmts
[kind 1009] +50 MB / 10 stmts
[mem] t: 200 MB (+200) (1ms)`;

const ALL: FigureChoice = { top: 0, minimumMegabytes: 0 };
const attribution = attribute(modelOf(LOG), indexOf({ "m.qz": SOURCE }));
const figures = attribution.byFile.get("file:///m.qz") ?? { subjects: [], branches: [], handlers: [] };

const choose = (choice: Partial<FigureChoice>) => chooseFigures(figures, attribution, { ...ALL, ...choice });
const names = (choice: Partial<FigureChoice>): string => {
  const { subjects, branches } = choose(choice);
  return [
    ...subjects.map(({ figure }) => figure.name.replace("m$", "")),
    ...branches.map(({ figure }) => figure.kind.name),
  ].join(" ");
};

test("zeros show all", () => {
  expect(choose({})).toEqual(figures);
  expect(names({})).toBe("huge large small released absurd NODE_CALL NODE_IDENT");
});

describe("the largest of each family", () => {
  test.each([
    [1, "huge absurd NODE_CALL"],
    [2, "huge large absurd NODE_CALL NODE_IDENT"],
    [4, "huge large small released absurd NODE_CALL NODE_IDENT"],
  ])("%d", (top, expected) => {
    expect(names({ top })).toBe(expected);
  });

  test("are those of the run, not of the file", () => {
    const elsewhere = attribute(
      modelOf(LOG.replace("m$huge", "other$huge")),
      indexOf({ "m.qz": SOURCE, "other.qz": "def huge()\n  1\nend\n" }),
    );
    const own = elsewhere.byFile.get("file:///m.qz") ?? figures;
    const chosen = chooseFigures(own, elsewhere, { ...ALL, top: 1 });
    expect(chosen.subjects.map(({ figure }) => figure.name)).toEqual(["m$absurd"]);
  });
});

test("the least size is one of growth and of release", () => {
  expect(names({ minimumMegabytes: 40 })).toBe("huge large released absurd NODE_CALL");
  expect(names({ minimumMegabytes: 40.5 })).toBe("huge released absurd NODE_CALL");
});

test("what stays says the same as before: rank, share and level", () => {
  const everyLens = lensesOf(figures, "en");
  const some = choose({ top: 1, minimumMegabytes: 20 });
  expect(everyLens).toEqual(expect.arrayContaining([...lensesOf(some, "en")]));
  const scales = heatScalesOf(attribution);
  const everyMark = heatMarksOf(figures, scales);
  const marks = heatMarksOf(some, scales);
  expect(marks).toHaveLength(4);
  expect(everyMark).toEqual(expect.arrayContaining([...marks]));
});
