import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { goneLenses } from "#core/view/diff/goneLenses";
import { lensesOf } from "#core/view/lenses";
import { compareLogs } from "../../../support/comparison.ts";
import { indexOf } from "../../../support/sources.ts";

const SOURCES = {
  "m.qz": `def tc_expr(kind: Int): Int
  if kind == NODE_CALL
    return call(kind)
  end
  return 0
end

def f()
  1
end
`,
};
const log = (...lines: readonly string[]): string => [...lines, "[mem] t: 900 MB (+900) (1ms)"].join("\n");

function lenses(base: string, run: string): readonly string[] {
  const comparison = compareLogs(base, run, SOURCES);
  const uri = "file:///m.qz";
  const figures = attribute(comparison.diff.run, indexOf(SOURCES)).byFile.get(uri);
  const gone = comparison.goneIn(uri);
  return [
    ...(figures === undefined ? [] : lensesOf(figures, "en", "compact", comparison)),
    ...(gone === undefined ? [] : goneLenses(gone, comparison)),
  ].map(({ line, title, target }) => `${line} ${title}${target === undefined ? " →" : ""}`);
}

test("figures stand with their differences, of both families", () => {
  expect(
    lenses(
      log("[mem-fn] +148 MB: m$f", "[kind 1009] +500 MB / 30 stmts"),
      log("[mem-fn] +136 MB: m$f", "[kind 1009] +60 MB / 30 stmts"),
    ),
  ).toEqual([
    "1 NODE_CALL: +60 MB ▼ 440 (−88 %) inclusive while t",
    "7 compiled: +136 MB ▼ 12 (−8.1 %) while t",
  ]);
});

test("what is gone has a lens too, which leads nowhere", () => {
  expect(lenses(log("[mem-fn] +148 MB: m$f", "[kind 1009] +500 MB / 30 stmts"), log())).toEqual([
    "1 NODE_CALL: was +500 MB inclusive while t, not measured in this run →",
    "7 compiled: was +148 MB while t, not measured in this run →",
  ]);
});
