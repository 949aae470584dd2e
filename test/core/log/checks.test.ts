import { expect, test } from "vitest";
import { lines, readLog } from "./listing.ts";

function check(text: string): Record<string, unknown> {
  const [run] = readLog(lines(text)).runs;
  if (run === undefined) {
    throw new Error("no run");
  }
  const { phases, functionRows, kindRows } = run.absurd;
  return {
    problems: run.problems.map(({ line, code }) => `${line} ${code}`),
    absurd: [[...phases], [...functionRows], [...kindRows]],
  };
}

test("what is above the highest reading is absurd, an inclusive total is not", () => {
  expect(
    check(`
      [mem] init: 1 MB
      [mem-fn] +5777 MB: f
      [mem-fn] -5777 MB: f
      [mem-fn] +5776 MB: f
      [kind 32] +14041 MB / 13132 stmts
      [kind 33] +14041 MB / 2 stmts
      [kind 34] +5 MB / 0 stmts
      [kind 35] +0 MB / 0 stmts
      [mem] typecheck: 5776 MB (+9999)
    `),
  ).toEqual({
    problems: ["1 absurd-delta", "2 absurd-delta", "5 absurd-average", "6 count-zero", "8 absurd-delta"],
    absurd: [[1], [0, 1], [1, 2]],
  });
});

test("a printed peak raises the limit; without a reading nothing is too large, but a count of 0 is still wrong", () => {
  expect(check("\n[mem] init: 1 MB peak 9000 MB\n[mem-fn] +5777 MB: f\n")).toMatchObject({ problems: [] });
  expect(check("\n[mem-fn] +5777 MB: f\n[kind 9] +5 MB / 0 stmts\n")).toMatchObject({
    problems: ["1 count-zero"],
  });
});

test("a printed delta has to fit the readings, but for rounding, sub-phases and expectations", () => {
  expect(
    check(`
      [mem] a: 10 MB (+3)
      [mem] b: 20 MB (+11)
      [mem] c: 30 MB (+12)
      [mem] d_pass1: 30 MB (+9)
      [mem] d: 30 MB
    `),
  ).toMatchObject({ problems: ["2 growth-mismatch"] });
  expect(check("\n# [mem] a: ~10 MB\n# [mem] b: ~20 MB (+1)\n")).toMatchObject({ problems: [] });
});

test("what is no safe integer is kept out, and told once", () => {
  expect(
    check(`
      [mem] a: 10 MB (+99999999999999)
      [mem] b: 99999999999999 MB
      [mem-fn] +99999999999999 MB: f
      [kind 9] +1 MB / 99999999999999999999 stmts
    `),
  ).toEqual({
    problems: ["0 unsafe-integer", "1 unsafe-integer", "2 unsafe-integer", "3 unsafe-integer"],
    absurd: [[0, 1], [0], [0]],
  });
});

test("all that is absurd is flagged, a thousand are told, the rest is counted", () => {
  const [run] = readLog(`[mem] init: 1 MB\n${"[mem-fn] +2 MB: f\n".repeat(1500)}`).runs;
  expect(run).toMatchObject({ furtherProblems: 500 });
  expect(run?.problems).toHaveLength(1000);
  expect(run?.absurd.functionRows.size).toBe(1500);
});
