// What is said of a log line that cannot be read, or of a value that cannot be true: what was found, what was expected.
export const problemTexts = {
  "problem.endOfLine": "the end of the line",
  "problem.malformedFunction": "Found {found}; expected a line like `[mem-fn] +93 MB: name`.",
  "problem.malformedKind": "Found {found}; expected a line like `[kind 1009] +5764 MB / 69186 stmts`.",
  "problem.malformedReading": "Found {found}; expected whole MB, as in `[mem] typecheck: 5776 MB`.",
  "problem.malformedPeak": "Found {found}; expected whole MB, as in `peak 12470 MB`. The peak is left out.",
  "problem.malformedFigure":
    "Found {found}; expected a delta like `(+5401)` or a time like `(9871ms)`. Left out.",
  "problem.brokenInto":
    "Found {found} and then another entry; expected a whole one. Two writers' lines ran together, so it is not read.",
  "problem.noEntry": "Found {found} beside entries; expected an entry. It is not read.",
  "problem.cutName":
    "Found {found} and no line end; expected a line end behind the name. It is kept, but may have lost its end.",
  "problem.longLine": "Found a line of more than {limit} bytes; expected one entry. It is not read.",
  "problem.cutLine": "Found {found} and no line end; expected a whole line. It was cut off and is not read.",
  "problem.cutFigure":
    "Found {found} and no line end; expected a closing bracket. The figure was cut off and is left out.",
  "problem.unsafeInteger": "Found {found}; expected a value that can be counted exactly, at most {limit}.",
  "problem.unsafeBytes": "{limit} bytes",
  "problem.absurdDelta":
    "Found a delta of {delta}; expected at most {limit}, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.",
  "problem.absurdAverage":
    "Found {total} over {count}, ≈ {average} each; expected at most {limit} each, the highest reading or peak of the run.",
  "problem.countZero": "Found {total} over a count of 0; expected a count above 0.",
  "problem.growthMismatch":
    "Found {delta} printed for `{name}`; expected {growth}, as its reading is that far from the one before.",
  "remark.levelOrGrowth": "level or growth: the line does not say",
} as const;
