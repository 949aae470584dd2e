import type { Findings } from "./findings.ts";
import type { PhaseFigures } from "./memLine.ts";
import type { Run, RunKind } from "./record.ts";
import type { Rows } from "./rows.ts";
import { RunBuilder } from "./runBuilder.ts";

/**
 * The runs of one kind, in order. What is measured and what is expected are two lanes, so that a block of expectations
 * interrupts no run.
 */
export class Lane {
  readonly kind: RunKind;
  #finished: Run[] = [];
  #current: RunBuilder;
  #hasHadRuns = false;

  /** @param rows of the first run */
  constructor(kind: RunKind, rows: Rows) {
    this.kind = kind;
    this.#current = new RunBuilder(rows);
  }

  /** Where lines go that are no figures in columns: the open phase of the current run. */
  get open(): Findings {
    return this.#current.open;
  }

  /** The columns of the current run. */
  get rows(): Rows {
    return this.#current.rows;
  }

  get hasReadings(): boolean {
    return this.#current.hasReadings;
  }

  /** There is a run, or was one before it was taken. */
  get hasRuns(): boolean {
    return this.#hasHadRuns || this.firstOpenLine !== undefined;
  }

  /** Where the current run begins; undefined while its lines said nothing. */
  get firstOpenLine(): number | undefined {
    return this.#current.firstLine;
  }

  /** Returns what the reading owns, for problems of its own line. */
  addReading(line: number, figures: PhaseFigures): Findings {
    const continuation = this.#current.continuationWith(figures);
    if (continuation === "init") {
      this.endRun();
    } else if (continuation === "again") {
      this.#follow(this.#current.splitOff(figures));
    }
    return this.#current.addReading(line, figures);
  }

  /** Whatever comes next is another run's. */
  endRun(): void {
    this.#follow(new RunBuilder(this.rows.another()));
  }

  #follow(next: RunBuilder): void {
    const run = this.#current.build(this.kind);
    if (run !== undefined) {
      this.#finished.push(run);
      this.#hasHadRuns = true;
    }
    this.#current = next;
  }

  /** The runs as they are now, but for those that were taken. */
  runs(): readonly Run[] {
    const current = this.#current.build(this.kind);
    return current === undefined ? this.#finished : [...this.#finished, current];
  }

  /** The finished runs that begin before `line`; they are the caller's now. */
  takeBefore(line: number): readonly Run[] {
    const isTaken = (run: Run): boolean => run.firstLine < line;
    const taken = this.#finished.filter(isTaken);
    this.#finished = this.#finished.filter((run) => !isTaken(run));
    return taken;
  }

  /** Other lines of the current run, also when there is nothing else that would make it one. */
  get otherLines(): number {
    return this.#current.otherLines;
  }
}
