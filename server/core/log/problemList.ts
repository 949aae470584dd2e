import type { Problem } from "./record.ts";

/** Problems of a run that are kept with place and message; what comes after them is only counted. */
export const MAX_PROBLEMS = 1000;

/** Problems in line order, as many as are kept. */
export class ProblemList {
  readonly kept: Problem[] = [];
  #further = 0;

  /** Beyond those that are kept. */
  get further(): number {
    return this.#further;
  }

  /** @param describe makes the problem; not called for one that is only counted */
  add(describe: () => Problem): void {
    if (this.kept.length < MAX_PROBLEMS) {
      this.kept.push(describe());
    } else {
      this.#further++;
    }
  }
}

/** The first problems of several lists, by line, and how many there are beyond them. */
export function firstProblems(
  lists: readonly ProblemList[],
): { readonly problems: readonly Problem[]; readonly further: number } {
  const all = lists.flatMap((list) => list.kept).sort((a, b) => a.line - b.line);
  const further = lists.reduce((sum, list) => sum + list.further, 0);
  return { problems: all.slice(0, MAX_PROBLEMS), further: further + Math.max(0, all.length - MAX_PROBLEMS) };
}
