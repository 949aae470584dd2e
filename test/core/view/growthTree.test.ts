import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import type { GrowthRow, SortOrder } from "#core/view/growthRow";
import { growthTree } from "#core/view/growthTree";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const index = indexOf({
  "m.qz": "def long(a: Int)\n  1\n  2\n  3\nend\n\ndef short(a: Int) = a\n",
  "a/q.qz": "def task()\nend\n",
  "b/q.qz": "def task()\nend\n",
});

function rows(log: string, order: SortOrder = "growth"): readonly string[] {
  const model = modelOf(log);
  const text = (row: GrowthRow, indent: string): readonly string[] => [
    `${indent}${row.label}${row.description && ` | ${row.description}`}`,
    ...row.children.flatMap((child) => text(child, `${indent}  `)),
  ];
  return growthTree(model, attribute(model, index), order, "en").flatMap((row) => text(row, ""));
}

const LOG = "[mem-fn] +50 MB: m$long\n[mem-fn] +20 MB: m$short\n[mem] t: 100 MB (+100) (1ms)";

test("the remainder is a row of its own", () => {
  expect(rows(LOG)).toEqual([
    "Compiled functions | growth while each was being compiled",
    "  +50 MB long | m · while t · 10 MB/line",
    "  +20 MB short | m · while t · 20 MB/line",
    "+30 MB t: not explained | 30 %",
  ]);
});

test("sorted by growth per line, and by name", () => {
  expect(rows(LOG, "perLine").slice(1, 3)).toEqual([
    "  +20 MB short | m · while t · 20 MB/line",
    "  +50 MB long | m · while t · 10 MB/line",
  ]);
  expect(rows(LOG, "name")[1]).toMatch(/MB long/);
});

test("an ambiguous name lists its candidates", () => {
  expect(rows("[mem-fn] +50 MB: q$task\n[mem] t: 50 MB (+50) (1ms)")).toEqual([
    "Names without a source | 1 of 1",
    "  +50 MB q$task | while t · 2 candidates",
    "    q$task | q",
    "    q$task | q",
  ]);
});

test("more explained than there was is said as such", () => {
  expect(
    rows("[mem] a: 100 MB (+100) (1ms)\n[mem-fn] +50 MB: m$long\n[mem] t: 130 MB (+30) (2ms)"),
  ).toContain("+20 MB t: over-explained");
});

test("problems, unknown lines and notes of the log are rows too", () => {
  const text = rows(
    "[mem-fn] +x MB: y\n[mem-new] hello\n...153 total functions leaked >8 MB each...\n[mem] t: 1 MB (+1) (1ms)",
  ).join("\n");
  expect(text).toMatch(/Problems in the log \| 1\n {2}line 1: /);
  expect(text).toMatch(/Lines of a kind not known here \| 1\n {2}\[mem-new\] hello/);
  expect(text).toMatch(/Notes of the log \| 1\n {2}.*153 total functions/);
});
