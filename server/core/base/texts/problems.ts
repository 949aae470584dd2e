/** What is wrong with a line of a log, and what was expected. */
export const problemTexts = {
  "problem.phaseExpected": "expected “[mem] NAME: N MB (+N) (Nms)”, found “{found}”",
  "problem.functionExpected": "expected “[mem-fn] +N MB: NAME”, found “{found}”",
  "problem.kindExpected": "expected “[kind N] +N MB / N stmts”, found “{found}”",
  "problem.cut": "the log ends inside this line: “{found}”",
  "problem.unsafe": "{found} is beyond what can be counted exactly",
  "problem.long": "the line is longer than {limit} bytes",
  "problem.absurdDelta":
    "{delta} is more than the highest reading, {limit}: it cannot be true (a checkpoint variable that was never set?)",
  "problem.absurdAverage": "≈ {average} for each of {count} is more than the highest reading, {limit}: it cannot be true",
  "problem.countZero": "{delta} for a count of 0",
  "problem.growthMismatch": "{phase} prints {printed}, but its readings differ by {computed}",
} as const;
