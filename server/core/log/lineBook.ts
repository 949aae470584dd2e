import type { Fault } from "./fault.ts";
import type { Findings } from "./findings.ts";
import type { Lane } from "./lane.ts";
import type { LineWords } from "./lineWords.ts";
import type { PhaseFigures } from "./memLine.ts";
import type { NoteFigures } from "./noteLine.ts";
import type { OwnLine } from "./own/ownLine.ts";
import type { LineTally, Problem, Run } from "./record.ts";
import type { RowMode } from "./rows.ts";
import { type OtherLine, Runs } from "./runs.ts";
import type { TaggedLine } from "./taggedLine.ts";

/** What a probe's line or a table's row says. */
type ProbeFigures = Extract<OwnLine, { readonly type: "probe" }>;
type EventFigures = Extract<OwnLine, { readonly type: "event" }>;

/**
 * Where lines go once it is known what they are. Each is counted exactly once, also when it holds several entries: as a
 * record when one of them is read, else as a problem when one claims to be ours, else as unknown.
 */
export class LineBook {
  readonly words: LineWords;
  readonly #runs: Runs;
  #lines = 0;
  #records = 0;
  #unknown = 0;
  #problems = 0;
  /** What the line being entered has been so far. */
  #isRecord = false;
  #isProblem = false;
  readonly #notRead: TaggedLine[] = [];

  constructor(words: LineWords, mode: RowMode) {
    this.words = words;
    this.#runs = new Runs(words, mode);
  }

  /** Lines that are complete; so also the number of the line being entered. */
  get lines(): number {
    return this.#lines;
  }

  get tally(): LineTally {
    const [lines, records, unknown, problems] = [this.#lines, this.#records, this.#unknown, this.#problems];
    return { lines, records, unknown, problems, other: lines - records - unknown - problems };
  }

  runs(): readonly Run[] {
    return this.#runs.list();
  }

  /** See `Runs.take`. */
  takeRuns(): readonly Run[] {
    return this.#runs.take();
  }

  /** A whole line that is one measured record. */
  recordLine(): Lane {
    this.#lines++;
    this.#records++;
    return this.#runs.lane(false);
  }

  /** A whole line that is none of ours. */
  otherLine(kind: OtherLine): void {
    this.#lines++;
    this.#runs.addOther(kind);
  }

  /** An entry of the line that `endLine` completes is read: says where it goes. */
  record(expected: boolean): Lane {
    this.#isRecord = true;
    return this.#runs.lane(expected);
  }

  /** An entry that claims to be ours and is not read. */
  problem(line: number, marked: boolean, describe: () => Fault): void {
    this.#isProblem = true;
    this.#runs.lane(marked).open.addProblem(line, () => problemOf(line, describe()));
  }

  /** An entry that no rule reads. */
  unknown(line: TaggedLine): void {
    this.#notRead.push(line);
  }

  /** All entries of a line were entered. */
  endLine(): void {
    const notRead = this.#notRead.splice(0);
    const [first] = notRead;
    if (this.#isRecord || this.#isProblem) {
      for (const line of notRead) {
        this.problem(line.line, line.marked, () => line.noEntry());
      }
      this.#records += this.#isRecord ? 1 : 0;
      this.#problems += this.#isRecord ? 0 : 1;
    } else if (first !== undefined) {
      this.#runs.unknownLines(first.marked).addUnknown(first.line, first.rest());
      this.#unknown++;
    }
    this.#lines++;
    this.#isRecord = false;
    this.#isProblem = false;
  }

  /** False for a part of an expectation where none is open: then it is a comment like others. */
  note(line: number, { text, part }: NoteFigures): boolean {
    if (part === "expectation" && !this.#runs.isInBlock) {
      return false;
    }
    if (part === "header") {
      this.#isRecord = true;
      this.#runs.addHeader({ line, text });
    } else {
      this.record(part === "expectation").open.addNote({ line, text });
    }
    return true;
  }

  reading(line: number, expected: boolean, phase: PhaseFigures, faults: readonly Fault[]): void {
    leftOut(this.record(expected || phase.approximate).addReading(line, phase), line, faults);
  }

  /** @param peakBytes NaN where it was no safe integer */
  peak(line: number, expected: boolean, peakBytes: number, faults: readonly Fault[]): void {
    const { open } = this.record(expected);
    open.addPeak(line, peakBytes);
    leftOut(open, line, faults);
  }

  count(line: number, expected: boolean, key: string, value: number): void {
    this.record(expected).open.addCount({ line, key, value });
  }

  /** @param deltaBytes NaN where it was no safe integer */
  functionRow(line: number, expected: boolean, name: number, deltaBytes: number): void {
    this.record(expected).rows.functions.push(line, name, deltaBytes);
  }

  /** @param number as printed. NaN for bytes or count that were no safe integer */
  kindRow(line: number, expected: boolean, number: number, deltaBytes: number, count: number): void {
    this.record(expected).rows.kinds.push(line, number, deltaBytes, count);
  }

  probe(line: number, expected: boolean, figures: Omit<ProbeFigures, "type">): void {
    const { rows, open } = this.record(expected);
    const place = this.words.probePlaces.intern(figures.place);
    rows.probes.push(line, place, figures.selfBytes, figures.totalBytes, figures.count);
    leftOut(open, line, figures.faults);
  }

  event(line: number, expected: boolean, figures: EventFigures): void {
    const { rows, open } = this.record(expected);
    const place = this.words.functionPlaces.intern(figures.place);
    rows.events.push(line, place, figures.entering, figures.rssBytes, figures.elapsedMs);
    leftOut(open, line, figures.faults);
  }

  /** What of a record just entered is left out or doubtful. */
  doubt(line: number, expected: boolean, fault: Fault): void {
    leftOut(this.#runs.lane(expected).open, line, [fault]);
  }
}

/** A record that is kept, with problems for the figures that are not. */
function leftOut(findings: Findings, line: number, faults: readonly Fault[]): void {
  for (const fault of faults) {
    findings.addProblem(line, () => problemOf(line, fault));
  }
}

function problemOf(line: number, { at, code, message }: Fault): Problem {
  return { line, column: at, code, message };
}
