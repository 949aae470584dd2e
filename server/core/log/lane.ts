import type { Findings } from "./findings.ts";
import type { PhaseFigures } from "./memLine.ts";
import type { Run, RunKind } from "./record.ts";
import { FunctionColumns, KindColumns } from "./rowColumns.ts";
import { RunBuilder } from "./runBuilder.ts";

/**
 * The runs of one kind, in order, with the rows of all of them in one set of columns. What is measured and what is
 * expected are two lanes, so that a block of expectations interrupts no run.
 */
export class Lane {
  readonly kind: RunKind;
  readonly functions = new FunctionColumns();
  readonly kinds = new KindColumns();
  readonly #names: () => readonly string[];
  readonly #finished: Run[] = [];
  #current = new RunBuilder(0, 0);

  /** @param names the names that `functions` refers to, as far as they are known */
  constructor(kind: RunKind, names: () => readonly string[]) {
    this.kind = kind;
    this.#names = names;
  }

  /** Where lines go that are no figures in columns: the open phase of the current run. */
  get open(): Findings {
    return this.#current.open;
  }

  get hasReadings(): boolean {
    return this.#current.hasReadings;
  }

  /** Returns what the reading owns, for problems of its own line. */
  addReading(line: number, figures: PhaseFigures): Findings {
    const continuation = this.#current.continuationWith(figures);
    if (continuation === "init") {
      this.endRun();
    } else if (continuation === "again") {
      this.#follow(this.#current.splitOff(figures));
    }
    return this.#current.addReading(line, figures, this.functions.length, this.kinds.length);
  }

  /** Whatever comes next is another run's. */
  endRun(): void {
    this.#follow(new RunBuilder(this.functions.length, this.kinds.length));
  }

  #follow(next: RunBuilder): void {
    const run = this.#build(next.firstFunction, next.firstKind);
    if (run !== undefined) {
      this.#finished.push(run);
    }
    this.#current = next;
  }

  /** The runs as they are now. */
  runs(): readonly Run[] {
    const current = this.#build(this.functions.length, this.kinds.length);
    return current === undefined ? this.#finished : [...this.#finished, current];
  }

  /** Other lines of the current run, also when there is nothing else that would make it one. */
  get otherLines(): number {
    return this.#current.otherLines;
  }

  #build(functionsTo: number, kindsTo: number): Run | undefined {
    const { firstFunction, firstKind } = this.#current;
    return this.#current.build(
      this.kind,
      this.functions.view({ from: firstFunction, to: functionsTo }, this.#names()),
      this.kinds.view({ from: firstKind, to: kindsTo }),
    );
  }
}
