import { describe, expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { lensesOf } from "#core/view/lenses";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

function titles(log: string, locale = "en"): readonly string[] {
  const index = indexOf({ "m.qz": "@inline\ndef f(a: Int)\n  a\nend\n" });
  const figures = attribute(modelOf(log), index).byFile.get("file:///m.qz");
  return figures === undefined ? [] : lensesOf(figures, locale).map(({ line, title }) => `${line} ${title}`);
}

describe("a compiled function's lens", () => {
  test("stands on the line of its name, below attributes", () => {
    expect(titles("[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100) (1ms)")).toEqual([
      "1 compiled: +12 MB while t · 12 % of the phase · #1 of 1 · 4 MB/line",
    ]);
  });

  test("names every phase it was charged in", () => {
    expect(
      titles(
        "[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100) (1ms)\n[mem-fn] +30 MB: m$f\n[mem] mir: 160 MB (+60) (2ms)",
      ),
    ).toEqual([
      "1 compiled: +12 MB while t · 12 % of the phase · #1 of 1 · 4 MB/line | +30 MB while mir · 50 % of the phase · #1 of 1 · 10 MB/line",
    ]);
  });

  test("says so while the phase is open, and has no share then", () => {
    expect(titles("[mem-fn] +12 MB: m$f")).toEqual([
      "1 compiled: +12 MB in an open phase · #1 of 1 · 4 MB/line",
    ]);
  });

  test("flags what cannot be true instead of ranking it", () => {
    expect(titles("[mem-fn] +99999 MB: m$f\n[mem] t: 100 MB (+100) (1ms)")).toEqual([
      "1 compiled: ⚠ cannot be true: +99999 MB while t",
    ]);
  });

  test("keeps the log's spelling for the delta and the reader's for the rest", () => {
    expect(titles("[mem-fn] +12345 MB: m$f\n[mem] t: 99999 MB (+99999) (1ms)", "de")).toEqual([
      "1 compiled: +12345 MB while t · 12,3 % of the phase · #1 of 1 · 4 GB/line",
    ]);
  });
});

test("compact lenses say figure and phase, and keep the flag", () => {
  const index = indexOf({
    "m.qz": `def f()
  1
end
def g()
  1
end
def tc_expr(kind: Int)
  if kind == NODE_CALL
    handle(kind)
  end
end
def handle(kind: Int)
  1
end
`,
  });
  const log = `[mem-fn] +12 MB: m$f
[mem-fn] +99999 MB: m$g
[kind 1009] +50 MB / 7 stmts
[mem] t: 100 MB (+100) (1ms)
[mem-fn] -3 MB: m$f`;
  const figures = attribute(modelOf(log), index).byFile.get("file:///m.qz");
  expect(figures && lensesOf(figures, "en", "compact").map(({ line, title }) => `${line} ${title}`)).toEqual([
    "0 compiled: +12 MB while t | -3 MB in an open phase",
    "3 compiled: ⚠ cannot be true: +99999 MB while t",
    "7 NODE_CALL: +50 MB inclusive while t",
    "11 handles NODE_CALL: +50 MB inclusive while t",
  ]);
});
