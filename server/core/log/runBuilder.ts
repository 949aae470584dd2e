import { checkRun } from "./checks.ts";
import { Findings, highest, lowest } from "./findings.ts";
import type { PhaseFigures } from "./memLine.ts";
import { isPass, parentsOf, phasesOf, type Reading } from "./phases.ts";
import { firstProblems } from "./problemList.ts";
import type { Run, RunKind, UnknownGroup } from "./record.ts";
import { FIRST_ROWS, type RowMark, type Rows } from "./rows.ts";
import { UnknownGroups } from "./unknownGroups.ts";

/** What a phase line does to the run: goes on with it, or starts another (`init`, or a sign that time began again). */
type Continuation = "same" | "init" | "again";

/** A run in the making. */
export class RunBuilder {
  readonly rows: Rows;
  readonly #readings: Reading[] = [];
  /** Phase name → index of its last reading. */
  readonly #lastOf = new Map<string, number>();
  #elapsedMs = 0;
  #highestBytes = 0;
  /** What was said since the last reading: the open phase. */
  #open = new Findings();

  /** @param rows its own, with what is pending */
  constructor(rows: Rows) {
    this.rows = rows;
  }

  get open(): Findings {
    return this.#open;
  }

  get hasReadings(): boolean {
    return this.#readings.length > 0;
  }

  /** Rows from here on are the open phase's. */
  get #openRows(): RowMark {
    return this.#readings.at(-1)?.to ?? FIRST_ROWS;
  }

  continuationWith({ name, elapsedMs }: PhaseFigures): Continuation {
    if (name === "init") {
      return this.hasReadings ? "init" : "same";
    }
    const timeFell = elapsedMs !== undefined && elapsedMs < this.#elapsedMs;
    return timeFell || this.#hasMainPhase(name) ? "again" : "same";
  }

  #hasMainPhase(name: string): boolean {
    const last = this.#lastOf.get(name);
    return (
      last !== undefined &&
      !isPass(name) &&
      !parentsOf(name).some((parent) => (this.#lastOf.get(parent) ?? -1) > last)
    );
  }

  /** Returns what the reading owns, for problems of its own line. */
  addReading(line: number, figures: PhaseFigures): Findings {
    const findings = this.#open;
    const from = this.#openRows;
    this.#open = new Findings();
    this.#highestBytes = highest([this.#highestBytes, figures.rssBytes, figures.peakBytes]) ?? 0;
    this.rows.closePhase(this.#highestBytes);
    this.#add({ line, figures, from, to: this.rows.mark, findings });
    return findings;
  }

  #add(reading: Reading): void {
    const { name, elapsedMs } = reading.figures;
    this.#lastOf.set(name, this.#readings.length);
    this.#readings.push(reading);
    if (elapsedMs !== undefined && !Number.isNaN(elapsedMs)) {
      this.#elapsedMs = elapsedMs;
    }
  }

  /**
   * The run that a phase line starts `again`. It takes over what was pending, since a record belongs to the reading that
   * follows it, and with it the phase's own steps: `resolve_pass1` that precedes the second `resolve`.
   */
  splitOff({ name, elapsedMs }: PhaseFigures): RunBuilder {
    const isOwnStep = ({ figures: step }: Reading): boolean =>
      step.name.startsWith(`${name}_`) && !(elapsedMs !== undefined && (step.elapsedMs ?? 0) > elapsedMs);
    let kept = this.#readings.length;
    for (
      let last = this.#readings.at(-1);
      last !== undefined && isOwnStep(last);
      last = this.#readings[kept - 1]
    ) {
      kept--;
    }
    const open = this.#openRows;
    const moved = this.#readings.splice(kept);
    const { functions, kinds, probes } = this.#openRows;
    const next = new RunBuilder(this.rows.another());
    const phases = new Set(this.#readings.map(({ figures }) => figures.name));
    this.rows.moveTail(this.#openRows, open, next.rows, phases);
    for (const reading of moved) {
      const rebased = (mark: RowMark): RowMark => ({
        functions: mark.functions - functions,
        kinds: mark.kinds - kinds,
        probes: mark.probes - probes,
      });
      next.#add({ ...reading, from: rebased(reading.from), to: rebased(reading.to) });
    }
    next.#highestBytes = highest(moved.map(({ figures }) => figures.rssBytes)) ?? 0;
    next.#open = this.#open;
    this.#open = new Findings();
    // A peak is told of a run that is over. So are the notes, unless they are about functions that are pending.
    next.#open.giveTo(this.#open, next.rows.firstLine ?? Number.POSITIVE_INFINITY);
    return next;
  }

  /** The run as far as it has come; undefined when its lines said nothing. Its index is the caller's to give. */
  build(kind: RunKind): Run | undefined {
    const { firstLine } = this;
    if (firstLine === undefined) {
      return undefined;
    }
    const rows = this.rows.view();
    const readings = this.#readings;
    const findings = [...readings.map((reading) => reading.findings), this.#open];
    const phases = phasesOf(readings);
    const maxReadingBytes = highest(phases.map((phase) => phase.rssBytes));
    const peakBytes = highest([
      ...readings.map((reading) => reading.figures.peakBytes),
      ...findings.map((found) => found.peakBytes),
    ]);
    const checks = checkRun({ kind, phases, ...rows, maxReadingBytes, peakBytes });
    const { kept, further } = firstProblems([
      ...findings.map((found) => found.problems),
      { kept: checks.problems, further: checks.furtherProblems },
    ]);
    return {
      ...{ index: 0, kind, firstLine, phases, ...rows },
      counts: findings.flatMap((found) => found.counts),
      notes: findings.flatMap((found) => found.notes),
      unknown: unknownOf(findings),
      absurd: checks.absurd,
      ...{ problems: kept, furtherProblems: further },
      otherLines: this.otherLines,
      ...{ peakBytes, maxReadingBytes },
    };
  }

  /** Undefined while nothing was said: lines of other programs do not begin a run. */
  get firstLine(): number | undefined {
    const [first] = this.#readings;
    return lowest([first?.findings.firstLine, first?.line, this.#open.firstLine, this.rows.firstLine]);
  }

  get otherLines(): number {
    return this.#readings.reduce((sum, { findings }) => sum + findings.otherLines, this.#open.otherLines);
  }
}

function unknownOf(findings: readonly Findings[]): readonly UnknownGroup[] {
  const all = new UnknownGroups();
  for (const { unknown } of findings) {
    all.absorb(unknown);
  }
  return all.list();
}
