import { expect, test } from "vitest";
import { logLensesOf } from "#core/view/log/logLenses";
import { pageOf } from "./logPage.ts";

const LOG = `[mem] init: 1 MB
[mem] typecheck: 5402 MB (+5401)
# Expected:
#   [mem] mir: ~14400 MB (+7500)

[mem] init: 1 MB
[mem-fn] +9 MB: a
[mem] init: 1 MB`;

function lenses(shown?: number): readonly string[] {
  return logLensesOf(pageOf(LOG).log.runs, shown).map(({ line, title, run }) => `${line} ${title} | ${run}`);
}

test("one above each run, with what a click shows", () => {
  expect(lenses()).toEqual([
    "0 Show this run: 5402 MB · typecheck +5401 MB | 0",
    "2 Show this expectation: 14400 MB · mir +7500 MB | 1",
    "5 Show this run: 1 MB | 2",
    "7 Show this run: 1 MB | 3",
  ]);
});

test("the run that is shown says so and is no command", () => {
  expect(lenses(2)[2]).toBe("5 Shown in the editor: 1 MB | undefined");
});

test("a run without readings has no figures", () => {
  expect(logLensesOf(pageOf("[mem-fn] +9 MB: a\n").log.runs, undefined)[0]?.title).toBe("Show this run");
});
