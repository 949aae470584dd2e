// Cuts the lines of a log into runs: at `init`, at a repeated main phase, where the elapsed time falls, and around
// blocks of expectations, which are never merged with what was measured.
import type { PhaseLine } from "./rareLines.ts";
import type { MemoryLog, Run, RunKind } from "./record.ts";
import { isNumberedPass, RunDraft } from "./runDraft.ts";

export class RunSequence {
  readonly #drafts: RunDraft[] = [];
  #measured: RunDraft | undefined;
  #expectation: RunDraft | undefined;
  #current: RunDraft | undefined;
  #otherBefore = 0;

  /** The run that a record, problem or unknown line belongs to; it is made when there is none. */
  at(line: number, expected: boolean): RunDraft {
    if (expected) {
      this.#expectation ??= this.#begin("expectation", line);
      this.#current = this.#expectation;
      return this.#expectation;
    }
    this.#expectation = undefined;
    this.#measured ??= this.#begin("measured", line);
    this.#current = this.#measured;
    return this.#measured;
  }

  /** The run that a problem or unknown line is told with: the current one, whatever its kind. */
  current(line: number): RunDraft {
    return this.#current ?? this.at(line, false);
  }

  addOther(): void {
    if (this.#current === undefined) {
      this.#otherBefore += 1;
    } else {
      this.#current.otherLines += 1;
    }
  }

  addPhase(line: number, phase: PhaseLine, expected: boolean): void {
    const before = this.at(line, expected);
    this.#runOf(line, phase, before, expected).addPhase(line, phase);
  }

  /** The run before, or the new one that this phase begins. */
  #runOf(line: number, phase: PhaseLine, before: RunDraft, expected: boolean): RunDraft {
    const repeated = !isNumberedPass(phase.name) && before.phases.some(({ name }) => name === phase.name);
    const lastMs = before.phases.findLast(({ elapsedMs }) => elapsedMs !== undefined)?.elapsedMs;
    const falls = lastMs !== undefined && phase.elapsedMs !== undefined && phase.elapsedMs < lastMs;
    const isInit = phase.name === "init" && before.phases.length > 0;
    if (!repeated && !falls && !isInit) {
      return before;
    }
    const next = this.#begin(before.kind, line);
    if (phase.name !== "init") {
      before.movePendingTo(next);
    }
    this.#current = next;
    if (expected) {
      this.#expectation = next;
    } else {
      this.#measured = next;
    }
    return next;
  }

  /** `# Expected …` begins a block of its own. */
  beginExpectation(line: number): RunDraft {
    this.#expectation = this.#begin("expectation", line);
    this.#current = this.#expectation;
    return this.#expectation;
  }

  runs(names: readonly string[]): MemoryLog["runs"] {
    const inOrder = this.#drafts.toSorted((a, b) => a.firstLine - b.firstLine);
    const runs: Run[] = inOrder.map((draft, index) => draft.toRun(index, names));
    const [first, ...others] = runs;
    return first === undefined ? [] : [{ ...first, otherLines: first.otherLines + this.#otherBefore }, ...others];
  }

  #begin(kind: RunKind, line: number): RunDraft {
    const draft = new RunDraft(kind, line);
    this.#drafts.push(draft);
    return draft;
  }
}
