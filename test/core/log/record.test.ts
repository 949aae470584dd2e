import { expect, test } from "vitest";
import { PROBLEM_CODES } from "#core/log/record";
import { readLog } from "./listing.ts";

/** A line for each way to be wrong. */
const WRONG: Readonly<Record<(typeof PROBLEM_CODES)[number], string>> = {
  "malformed-line": "[mem-fn] +abc MB: x\n",
  "unsafe-integer": "[mem-fn] +99999999999999 MB: x\n",
  "cut-line": "[mem] typecheck: 5776",
  "absurd-delta": "[mem] init: 1 MB\n[mem-fn] +2 MB: x\n",
  "absurd-average": "[mem] init: 1 MB\n[kind 9] +4 MB / 2 stmts\n",
  "count-zero": "[kind 9] +4 MB / 0 stmts\n",
  "growth-mismatch": "[mem] init: 1 MB\n[mem] lex: 9 MB (+2)\n",
};

test.each(PROBLEM_CODES)("%s is found, and told in words", (code) => {
  const problems = readLog(WRONG[code]).runs.flatMap((run) => run.problems);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.message).toMatch(/^Found .*expected /);
});
