import type { Problem } from "./record.ts";

/** Problems of a run that are kept with place and message; what comes after them is only counted. */
const MAX_PROBLEMS = 1000;

/** Problems in line order: those that are kept, and how many there are beyond them. */
interface CountedProblems {
  readonly kept: readonly Problem[];
  readonly further: number;
}

export class ProblemList implements CountedProblems {
  readonly #kept: Problem[] = [];
  #further = 0;

  get kept(): readonly Problem[] {
    return this.#kept;
  }

  get further(): number {
    return this.#further;
  }

  /** @param describe makes the problem; not called for one that is only counted */
  add(describe: () => Problem): void {
    if (this.#kept.length < MAX_PROBLEMS) {
      this.#kept.push(describe());
    } else {
      this.#further++;
    }
  }
}

/** The first problems of several lists, by line, with all that are left out counted. */
export function firstProblems(lists: readonly CountedProblems[]): CountedProblems {
  const all = lists.flatMap((list) => list.kept).sort((a, b) => a.line - b.line);
  const counted = lists.reduce((sum, list) => sum + list.further, 0);
  return { kept: all.slice(0, MAX_PROBLEMS), further: counted + Math.max(0, all.length - MAX_PROBLEMS) };
}
