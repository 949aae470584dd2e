// Problems of a log → what an editor underlines.
import type { Range } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import type { Problem, ProblemCode, Run } from "../../log/record.ts";
import type { LogLines } from "./logFolds.ts";
import { wordRange } from "./logWords.ts";

export interface LogDiagnostic {
  readonly range: Range;
  readonly severity: "warning" | "information";
  readonly code: ProblemCode | "further-problems";
  readonly message: string;
}

/** More than this in one document help nobody; VS Code itself shows a thousand. */
export const MAX_DIAGNOSTICS = 2000;

/**
 * One for each problem that is kept, run by run. What is not shown, whether the log keeps it or not, is counted at the
 * first line of its run.
 */
export function diagnosticsOf(runs: readonly Run[], lines: LogLines): readonly LogDiagnostic[] {
  const shown: LogDiagnostic[] = [];
  for (const [index, run] of runs.entries()) {
    const room = MAX_DIAGNOSTICS - shown.length;
    if (run.problems.length > room) {
      const rest = runs.slice(index).reduce((sum, one) => sum + one.problems.length + one.furtherProblems, 0);
      return [
        ...shown,
        ...run.problems.slice(0, room).map(diagnose(lines)),
        further(run, rest - room, lines),
      ];
    }
    shown.push(...run.problems.map(diagnose(lines)));
    if (run.furtherProblems > 0) {
      shown.push(further(run, run.furtherProblems, lines));
    }
  }
  return shown;
}

function diagnose(lines: LogLines): (problem: Problem) => LogDiagnostic {
  return (problem) => {
    const { line, code, message } = problem;
    const [from, to] = columnsOf(problem, lines.at(line));
    return { range: wordRange(line, { from, to }), severity: severityOf(code), code, message };
  };
}

function further({ firstLine }: Run, count: number, lines: LogLines): LogDiagnostic {
  const text = lines.at(firstLine);
  return {
    range: wordRange(firstLine, { from: tagAt(text), to: text.trimEnd().length }),
    severity: "information",
    code: "further-problems",
    message: t("logFile.furtherProblems", { count }),
  };
}

function severityOf(code: ProblemCode): LogDiagnostic["severity"] {
  switch (code) {
    case "growth-mismatch":
      return "information";
    case "malformed-line":
    case "cut-line":
    case "unsafe-integer":
    case "absurd-delta":
    case "absurd-average":
    case "count-zero":
      return "warning";
  }
}

type Columns = readonly [from: number, to: number];

function columnsOf({ code, column }: Problem, text: string): Columns {
  const end = text.trimEnd().length;
  switch (code) {
    case "growth-mismatch":
    case "absurd-delta":
    case "absurd-average":
    case "count-zero":
      return column === 0 ? [tagAt(text), end] : wordFrom(text, column, end);
    case "cut-line":
      return [Math.min(column, end), end];
    case "malformed-line":
    case "unsafe-integer":
      return wordFrom(text, column, end);
  }
}

/** Where something is missing at the end of the line, the last word before it stands in. */
function wordFrom(text: string, column: number, end: number): Columns {
  if (column >= end) {
    return [lastWord(text, end), end];
  }
  const length = text.slice(column, end).search(/\s/);
  return [column, length === -1 ? end : column + Math.max(length, 1)];
}

function lastWord(text: string, end: number): number {
  return Math.max(text.lastIndexOf(" ", end - 1), text.lastIndexOf("\t", end - 1)) + 1;
}

function tagAt(text: string): number {
  return Math.max(0, text.search(/\[(?:mem|kind)/));
}
