import { checkRun } from "./checks.ts";
import { Findings, highest } from "./findings.ts";
import type { PhaseFigures } from "./memLine.ts";
import { isPass, parentsOf, phasesOf, type Reading } from "./phases.ts";
import { firstProblems } from "./problemList.ts";
import type { FunctionRows, KindRows, Run, RunKind, UnknownGroup } from "./record.ts";
import { UnknownGroups } from "./unknownGroups.ts";

/** What a phase line does to the run: goes on with it, or starts another (`init`, or a sign that time began again). */
type Continuation = "same" | "init" | "again";

/** A run in the making. Its rows lie in the columns of the lane, from `firstFunction` and `firstKind` on. */
export class RunBuilder {
  readonly firstFunction: number;
  readonly firstKind: number;
  readonly #readings: Reading[] = [];
  /** Phase name → index of its last reading. */
  readonly #lastOf = new Map<string, number>();
  #elapsedMs = 0;
  /** What was said since the last reading: the open phase. */
  #open = new Findings();

  constructor(firstFunction: number, firstKind: number) {
    this.firstFunction = firstFunction;
    this.firstKind = firstKind;
  }

  get open(): Findings {
    return this.#open;
  }

  get hasReadings(): boolean {
    return this.#readings.length > 0;
  }

  /** Rows before these belong to a reading; those from here on are the open phase's. */
  get openFunction(): number {
    return this.#readings.at(-1)?.functionRows.to ?? this.firstFunction;
  }

  get openKind(): number {
    return this.#readings.at(-1)?.kindRows.to ?? this.firstKind;
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
  addReading(line: number, figures: PhaseFigures, functionsTo: number, kindsTo: number): Findings {
    const functionRows = { from: this.openFunction, to: functionsTo };
    const kindRows = { from: this.openKind, to: kindsTo };
    const findings = this.#open;
    this.#open = new Findings();
    this.#add({ line, figures, functionRows, kindRows, findings });
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
    const moved = this.#readings.splice(kept);
    const next = new RunBuilder(this.openFunction, this.openKind);
    for (const reading of moved) {
      next.#add(reading);
    }
    next.#open = this.#open;
    this.#open = new Findings();
    return next;
  }

  /** The run as far as it has come; undefined when its lines said nothing. Its index is the caller's to give. */
  build(kind: RunKind, functions: FunctionRows, kinds: KindRows): Run | undefined {
    const readings = this.#readings;
    const findings = [...readings.map((reading) => reading.findings), this.#open];
    const firstLine = firstLineOf(findings, readings, functions, kinds);
    if (firstLine === undefined) {
      return undefined;
    }
    const phases = phasesOf(readings, this.firstFunction, this.firstKind);
    const maxReadingBytes = highest(phases.map((phase) => phase.rssBytes));
    const peakBytes = highest([
      ...readings.map((reading) => reading.figures.peakBytes),
      ...findings.map((found) => found.peakBytes),
    ]);
    const checks = checkRun({ kind, phases, functions, kinds, maxReadingBytes, peakBytes });
    const { kept, further } = firstProblems([
      ...findings.map((found) => found.problems),
      { kept: checks.problems, further: checks.furtherProblems },
    ]);
    return {
      ...{ index: 0, kind, firstLine, phases, functions, kinds },
      counts: findings.flatMap((found) => found.counts),
      notes: findings.flatMap((found) => found.notes),
      unknown: unknownOf(findings),
      ...{ problems: kept, furtherProblems: further },
      otherLines: this.otherLines,
      ...{ peakBytes, maxReadingBytes },
    };
  }

  get otherLines(): number {
    return this.#readings.reduce((sum, { findings }) => sum + findings.otherLines, this.#open.otherLines);
  }
}

/** Lines of other programs do not begin a run. */
function firstLineOf(
  findings: readonly Findings[],
  readings: readonly Reading[],
  functions: FunctionRows,
  kinds: KindRows,
): number | undefined {
  const found = findings.find(({ firstLine }) => firstLine !== undefined)?.firstLine;
  const lines = [found, readings[0]?.line, functions.line[0], kinds.line[0]];
  return lines.reduce(
    (first, line) => (first === undefined || (line ?? first) < first ? line : first),
    undefined,
  );
}

function unknownOf(findings: readonly Findings[]): readonly UnknownGroup[] {
  const all = new UnknownGroups();
  for (const { unknown } of findings) {
    all.absorb(unknown);
  }
  return all.list();
}
