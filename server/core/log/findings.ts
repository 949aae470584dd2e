import { ProblemList } from "./problemList.ts";
import type { Note, Problem, StateCount } from "./record.ts";
import { UnknownGroups } from "./unknownGroups.ts";

/**
 * What the lines before a reading said besides figures in columns. Each reading owns those before it, so that all of
 * them go along when the reading turns out to begin a new run.
 */
export class Findings {
  readonly counts: StateCount[] = [];
  readonly notes: Note[] = [];
  readonly problems = new ProblemList();
  readonly unknown = new UnknownGroups();
  otherLines = 0;
  peakBytes: number | undefined;
  /** The first line that is more than an `other` one. */
  firstLine: number | undefined;

  addCount(count: StateCount): void {
    this.#touch(count.line);
    this.counts.push(count);
  }

  addNote(note: Note): void {
    this.#touch(note.line);
    this.notes.push(note);
  }

  /** @param text the line from its tag on */
  addUnknown(line: number, text: string): void {
    this.#touch(line);
    this.unknown.add(line, text);
  }

  /** @param describe makes the problem; not called for one that is only counted */
  addProblem(line: number, describe: () => Problem): void {
    this.#touch(line);
    this.problems.add(describe);
  }

  /** @param peakBytes NaN where the printed value cannot be used */
  addPeak(line: number, peakBytes: number): void {
    this.#touch(line);
    this.peakBytes = highest([this.peakBytes, peakBytes]);
  }

  /** Hands over its peak, and the notes before `line`. */
  giveTo(other: Findings, line: number): void {
    if (this.peakBytes !== undefined) {
      other.addPeak(this.firstLine ?? line, this.peakBytes);
      this.peakBytes = undefined;
    }
    for (const note of this.notes.splice(0)) {
      (note.line < line ? other : this).addNote(note);
    }
    const [count, note, problem, unknown] = [
      this.counts,
      this.notes,
      this.problems.kept,
      this.unknown.list(),
    ];
    this.firstLine = lowest([count[0]?.line, note[0]?.line, problem[0]?.line, unknown[0]?.line]);
  }

  #touch(line: number): void {
    this.firstLine ??= line;
  }
}

/** The lowest number among `lines`; undefined when there is none. */
export function lowest(lines: readonly (number | undefined)[]): number | undefined {
  const known = lines.filter((line) => line !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The highest number among `values`; undefined when there is none. NaN is no number here. */
export function highest(values: Iterable<number | undefined>): number | undefined {
  let best: number | undefined;
  for (const value of values) {
    if (value !== undefined && !Number.isNaN(value) && (best === undefined || value > best)) {
      best = value;
    }
  }
  return best;
}
