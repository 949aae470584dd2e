import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import type { GrowthRow, TreeOptions } from "#core/view/growthRow";
import { logSources } from "#core/view/log/logSources";
import { levelRows, pathTo, shownTree } from "#core/view/tree/treeLevel";
import { modelOf } from "../../../support/model.ts";
import { indexOf } from "../../../support/sources.ts";

const index = indexOf({ "m.qz": "def one()\nend\n\ndef two()\nend\n" });
const LOG =
  "[mem-fn] +50 MB: m$one\n[mem-fn] +20 MB: m$two\n[kind 1009] +90 MB / 10 stmts\n[mem] t: 100 MB (+100) (1ms)\n[mem-fn] +60 MB: m$two\n[mem] mir: 200 MB (+100) (2ms)";

function tree(log: string, options: Partial<TreeOptions> = {}) {
  const model = modelOf(log);
  const sources = logSources(index, () => new Map());
  const source = { model, attribution: attribute(model, index), sources, folders: ["file://"], locale: "en" };
  return shownTree(source, { grouping: "function", order: "growth", filter: "", ...options });
}

const labels = (rows: readonly GrowthRow[]): readonly string[] => rows.map(({ label }) => label);

describe("levels", () => {
  test("a row that has rows below it does not carry them", () => {
    const shown = tree(LOG);
    const [compiled] = levelRows(shown, null, 10);
    expect(compiled).toMatchObject({ label: "Compiled functions", collapse: "open" });
    expect(labels(levelRows(shown, compiled?.id ?? "", 10))).toEqual([
      "+60 MB two",
      "+50 MB one",
      "+20 MB two",
    ]);
    expect(levelRows(shown, "no such row", 10)).toEqual([]);
  });

  test("beyond the limit one row stands for the rest", () => {
    const rows = levelRows(tree(LOG), "compiled", 1);
    expect(labels(rows)).toEqual(["+60 MB two", "2 more…"]);
    expect(rows[1]).toMatchObject({ context: "more", id: "more compiled" });
  });

  test("a filter counts what it hides", () => {
    const shown = tree(LOG, { filter: "two >30" });
    expect(labels(levelRows(shown, "compiled", 10))).toEqual(["+60 MB two"]);
    expect(shown.hidden).toBe(5);
  });
});

describe("the way down to a figure", () => {
  const path = (options: Partial<TreeOptions>, target: Parameters<typeof pathTo>[1]): string | undefined =>
    pathTo(tree(LOG, options), target)
      ?.map(({ row, index }) => `${index} ${row.label}`)
      .join(" > ");

  test.each([
    ["function", "0 Compiled functions > 1 +50 MB one"],
    ["file", "0 Compiled functions > 0 m.qz > 1 +50 MB one"],
    ["phase", "0 +100 MB t > 0 +50 MB one"],
    ["kind", "1 Compiled functions > 1 +50 MB one"],
  ] as const)("of a compiled function, grouped by %s", (grouping, expected) => {
    expect(path({ grouping }, { family: "subject", name: "m$one" })).toBe(expected);
  });

  test("of a kind", () => {
    expect(path({ grouping: "kind" }, { family: "handler", row: 0 })).toBe(
      "0 Kinds in tc_expr > 0 +90 MB NODE_CALL",
    );
  });

  test("there is none to a figure that a filter hides, or that is not there", () => {
    expect(path({ filter: "two" }, { family: "subject", name: "m$one" })).toBeUndefined();
    expect(path({}, { family: "subject", name: "m$nobody" })).toBeUndefined();
  });
});

test("20,000 functions: a level is small and quick", () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `[mem-fn] +${10 + (at % 90)} MB: m$function_${at}`);
  const log = `${lines.join("\n")}\n[mem] t: 2000000 MB (+2000000) (1ms)`;
  const model = modelOf(log);
  const attribution = attribute(model, index);
  const sources = logSources(index, () => new Map());
  const source = { model, attribution, sources, folders: ["file://"], locale: "en" };
  const start = performance.now();
  const shown = shownTree(source, { grouping: "function", order: "name", filter: "" });
  const rows = levelRows(shown, "unplaced", 500);
  const took = performance.now() - start;
  expect(rows).toHaveLength(501);
  expect(JSON.stringify(rows).length).toBeLessThan(500_000);
  expect(took).toBeLessThan(1000);
});
