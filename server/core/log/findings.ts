import type { Note, Problem, StateCount } from "./record.ts";
import { UnknownGroups } from "./unknownGroups.ts";

/** Problems that are kept with place and message; what comes after them is only counted. */
export const MAX_PROBLEMS = 1000;

/**
 * What the lines before a reading said besides figures in columns. Each reading owns those before it, so that all of
 * them go along when the reading turns out to begin a new run.
 */
export class Findings {
  readonly counts: StateCount[] = [];
  readonly notes: Note[] = [];
  readonly problems: Problem[] = [];
  readonly unknown = new UnknownGroups();
  furtherProblems = 0;
  otherLines = 0;
  peakBytes: number | undefined;
  /** The first line that is more than an `other` one. */
  firstLine: number | undefined;

  addCount(count: StateCount): void {
    this.counts.push(count);
    this.touch(count.line);
  }

  addNote(note: Note): void {
    this.notes.push(note);
    this.touch(note.line);
  }

  addUnknown(line: number, text: string): void {
    this.unknown.add(line, text);
    this.touch(line);
  }

  /** @param describe makes the message; not called for a problem that is only counted */
  addProblem(line: number, describe: () => Problem): void {
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push(describe());
    } else {
      this.furtherProblems++;
    }
    this.touch(line);
  }

  /** @param peakBytes undefined or NaN where the line prints none that can be used */
  addPeak(line: number, peakBytes: number | undefined): void {
    this.peakBytes = highest([this.peakBytes, peakBytes]);
    this.touch(line);
  }

  touch(line: number): void {
    this.firstLine ??= line;
  }
}

/** All of `parts`, which are in line order, as one. */
export function mergedFindings(parts: readonly Findings[]): Findings {
  const merged = new Findings();
  for (const part of parts) {
    append(merged.counts, part.counts);
    append(merged.notes, part.notes);
    append(merged.problems, part.problems);
    merged.unknown.absorb(part.unknown);
    merged.furtherProblems += part.furtherProblems;
    merged.otherLines += part.otherLines;
    merged.peakBytes = highest([merged.peakBytes, part.peakBytes]);
    merged.firstLine ??= part.firstLine;
  }
  return merged;
}

/** Undefined when there is no number among `values`; NaN is none. */
export function highest(values: Iterable<number | undefined>): number | undefined {
  let best: number | undefined;
  for (const value of values) {
    if (value !== undefined && !Number.isNaN(value) && (best === undefined || value > best)) {
      best = value;
    }
  }
  return best;
}

/** Not `push(...items)`: a spread of a million items overflows the stack. */
function append<T>(to: T[], items: readonly T[]): void {
  for (const item of items) {
    to.push(item);
  }
}
