// The run that another one is to be compared with, where nobody chose one.
import type { RunFile } from "./runFile.ts";

/** The newest earlier run of the same build that came to its end. @param runs in any order */
export function usualBase(run: RunFile, runs: readonly RunFile[]): RunFile | undefined {
  return runs
    .filter(({ id, build, status }) => id < run.id && build === run.build && status === "finished")
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
}
