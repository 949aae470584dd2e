// Runs and phases of a log → what can be folded.
import type { Phase, Run } from "../../log/record.ts";
import { firstLineBehind, lastLineOf } from "./runLines.ts";

/** 0-based lines, both included: the first one stays visible. */
export interface LogFold {
  readonly startLine: number;
  readonly endLine: number;
}

/** A log as lines of text. */
export interface LogLines {
  readonly count: number;
  /** Without its line end; empty behind the last one. */
  readonly at: (line: number) => string;
}

/**
 * A run up to the line before the next one, a phase up to the line before its reading, which stays visible. In the order
 * of their first lines, the larger one first; never more than `limit`, runs before phases.
 */
export function foldsOf(runs: readonly Run[], lines: LogLines, limit: number): readonly LogFold[] {
  const folds = new Map<string, LogFold>();
  for (const fold of [...runFolds(runs, lines), ...runs.flatMap((run) => phaseFolds(run))]) {
    if (fold.endLine > fold.startLine && folds.size < limit) {
      folds.set(`${fold.startLine} ${fold.endLine}`, fold);
    }
  }
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function runFolds(runs: readonly Run[], lines: LogLines): readonly LogFold[] {
  let around: { readonly run: Run; readonly lastLine: number } | undefined;
  return runs.map((run, index) => {
    const lastLine = lastLineOf(run);
    const next = nextRun(runs, index, lastLine)?.firstLine;
    const resumed = around !== undefined && around.lastLine > lastLine ? around.run : undefined;
    const ends = [next, resumed && firstLineBehind(resumed, lastLine), lines.count];
    const end = Math.min(...ends.filter((line) => line !== undefined)) - 1;
    if (around === undefined || lastLine > around.lastLine) {
      around = { run, lastLine };
    }
    return { startLine: run.firstLine, endLine: withoutBlankEnd(lines, run.firstLine, end) };
  });
}

/** Runs of one kind follow each other; a run of the other kind may lie inside, and then this one goes on behind it. */
function nextRun(runs: readonly Run[], index: number, lastLine: number): Run | undefined {
  const kind = runs[index]?.kind;
  let next = index + 1;
  while (runs[next] !== undefined && runs[next]?.kind !== kind && (runs[next]?.firstLine ?? 0) <= lastLine) {
    next++;
  }
  return runs[next];
}

function withoutBlankEnd(lines: LogLines, from: number, to: number): number {
  let last = to;
  while (last > from && lines.at(last).trim() === "") {
    last--;
  }
  return last;
}

/** A main phase begins behind the main reading before it, a step behind any reading. */
function phaseFolds({ phases, firstLine }: Run): readonly LogFold[] {
  let behindMain = firstLine;
  let behindAny = firstLine;
  return phases.map((phase: Phase) => {
    const startLine = phase.subPhase ? behindAny : behindMain;
    behindAny = phase.line + 1;
    behindMain = phase.subPhase ? behindMain : behindAny;
    return { startLine, endLine: phase.line - 1 };
  });
}
