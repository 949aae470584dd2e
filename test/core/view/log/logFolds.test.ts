import { describe, expect, test } from "vitest";
import { foldsOf } from "#core/view/log/logFolds";
import { pageOf } from "./logPage.ts";

/** `0-4` for each fold, 0-based lines. */
function folds(text: string, limit = 5000): readonly string[] {
  const { log, lines } = pageOf(text);
  return foldsOf(log.runs, lines, limit).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
}

describe("a phase", () => {
  test("folds from behind the reading before to the line before its own, which stays visible", () => {
    const text = `[mem] init: 1 MB
[mem-fn] +9 MB: a
[mem-fn] +9 MB: b
[mem] lex: 20 MB (+19)
[mem] parse: 20 MB (+0)
[mem-fn] +9 MB: c
[mem] mir: 30 MB (+10)
`;
    expect(folds(text)).toEqual(["0-6", "1-2"]);
  });

  test("holds its steps", () => {
    const text = `[mem] init: 1 MB
[mem-fn] +9 MB: a
[mem-fn] +9 MB: b
[mem] resolve_pass1: 20 MB
[mem-fn] +9 MB: c
[mem-fn] +9 MB: d
[mem] resolve_pass2: 40 MB
[mem-fn] +9 MB: e
[mem] resolve: 50 MB (+49)`;
    expect(folds(text)).toEqual(["0-8", "1-7", "1-2", "4-5"]);
  });
});

describe("a run", () => {
  test("folds to the line before the next one, the last to the end without blank lines", () => {
    const run = "[mem] init: 1 MB\nx\n[mem] lex: 3 MB (+2)\n\n";
    expect(folds(`Compiling\n${run}${run}\n\n`)).toEqual(["1-3", "5-7"]);
  });

  test("of expectations in the middle of a measured one lies inside it", () => {
    const text = `[mem] init: 1 MB
[mem] lex: 3 MB (+2)
# Expected:
#   [mem] mir: ~14400 MB (+7500)
#   [mem] codegen: ~12500 MB
[mem] mir: 20 MB (+17)

# Expected:
#   [mem] mir: ~14400 MB (+7500)
`;
    expect(folds(text)).toEqual(["0-5", "2-4", "7-8"]);
  });

  test("of one line does not fold", () => {
    expect(folds("[mem] init: 1 MB\n\n\n")).toEqual([]);
  });
});

test("never more than the editor takes, runs first", () => {
  const run = "[mem] init: 1 MB\na\nb\n[mem] lex: 3 MB (+2)\n";
  expect(folds(run.repeat(3), 4)).toEqual(["0-3", "1-2", "4-7", "8-11"]);
});

test("folds never cross", () => {
  const lines = [
    "[mem] init: 1 MB",
    "[mem-fn] +9 MB: a",
    "[mem] resolve_pass1: 5 MB",
    "[mem] resolve: 9 MB (+8)",
    "# Expected:",
    "#   [mem] mir: ~14400 MB",
    "x",
    "",
  ];
  for (let seed = 1; seed < 60; seed++) {
    const text = Array.from({ length: 24 }, (_, at) => lines[(seed * (at + 3) * (at + seed)) % lines.length]);
    const page = pageOf(text.join("\n"));
    const all = foldsOf(page.log.runs, page.lines, 5000);
    const crossing = all.filter((one) =>
      all.some(
        (other) =>
          one.startLine < other.startLine && other.startLine <= one.endLine && one.endLine < other.endLine,
      ),
    );
    expect(crossing, text.join("\n")).toEqual([]);
  }
});
