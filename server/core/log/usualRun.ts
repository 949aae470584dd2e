import type { Run } from "./record.ts";

/** The run that is meant where nobody chose: the last measured one, else the last of what else is there. */
export function usualRun(runs: readonly Run[]): Run | undefined {
  return runs.findLast(({ kind }) => kind === "measured") ?? runs.at(-1);
}
