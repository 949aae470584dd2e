import type { Fault } from "./fault.ts";
import type { Findings } from "./findings.ts";
import type { Lane } from "./lane.ts";
import { readMemLine } from "./memLine.ts";
import type { NoteFigures } from "./noteLine.ts";
import type { LineTally, Problem, Run } from "./record.ts";
import { type OtherLine, Runs } from "./runs.ts";
import type { TaggedLine } from "./taggedLine.ts";
import { TAG_LENGTHS } from "./tags.ts";

/** Where lines go once it is known what they are. Each is entered, and counted, exactly once. */
export class LineBook {
  readonly #runs: Runs;
  #records = 0;
  #unknown = 0;
  #problems = 0;
  #other = 0;

  /** @param names function names by id, as far as they are known */
  constructor(names: () => readonly string[]) {
    this.#runs = new Runs(names);
  }

  get lines(): number {
    return this.#records + this.#unknown + this.#problems + this.#other;
  }

  get tally(): LineTally {
    const [records, unknown, problems, other] = [this.#records, this.#unknown, this.#problems, this.#other];
    return { lines: this.lines, records, unknown, problems, other };
  }

  runs(): readonly Run[] {
    return this.#runs.list();
  }

  /** Counts a record, and says where it goes. */
  record(expected: boolean): Lane {
    this.#records++;
    return this.#runs.lane(expected);
  }

  other(kind: OtherLine): void {
    this.#other++;
    this.#runs.addOther(kind);
  }

  unknown(line: TaggedLine): void {
    this.#unknown++;
    this.#runs.unknownLines(line.marked).addUnknown(line.line, line.body(0));
  }

  /** A value of a record just entered that is kept as NaN. */
  unsafe(lane: Lane, line: number, describe: () => Fault): void {
    lane.open.addProblem(line, () => problemOf(line, describe()));
  }

  /** A line that claims to be ours and is not read. */
  problem(line: TaggedLine, describe: () => Fault): void {
    this.#problems++;
    this.#runs.lane(line.marked).open.addProblem(line.line, () => problemOf(line.line, describe()));
  }

  note(line: number, { text, part }: NoteFigures): void {
    this.#records++;
    if (part === "header") {
      this.#runs.addHeader({ line, text });
    } else {
      this.#runs.lane(part === "expectation").open.addNote({ line, text });
    }
  }

  /** A line behind `[mem]`. */
  mem(line: TaggedLine, cut: boolean): void {
    const read = readMemLine(line.body(TAG_LENGTHS.mem), cut);
    switch (read.type) {
      case "unknown":
        this.unknown(line);
        break;
      case "unreadable":
        this.problem(line, () => inMem(line, read.fault));
        break;
      case "counts": {
        const { open } = this.record(line.marked);
        for (const entry of read.entries) {
          open.addCount({ line: line.line, ...entry });
        }
        leftOut(open, line, read.faults);
        break;
      }
      case "peak": {
        const { open } = this.record(line.marked || read.approximate);
        open.addPeak(line.line, read.peakBytes);
        leftOut(open, line, read.faults);
        break;
      }
      case "phase": {
        const lane = this.record(line.marked || read.phase.approximate);
        leftOut(lane.addReading(line.line, read.phase), line, read.faults);
        break;
      }
    }
  }
}

/** A record that is kept, with problems for the figures that are not. */
function leftOut(findings: Findings, line: TaggedLine, faults: readonly Fault[]): void {
  for (const fault of faults) {
    findings.addProblem(line.line, () => problemOf(line.line, inMem(line, fault)));
  }
}

/** Places in what stands behind `[mem]` are places in the line, further on. */
function inMem(line: TaggedLine, fault: Fault): Fault {
  return { ...fault, at: line.columnOf(fault.at, TAG_LENGTHS.mem) };
}

function problemOf(line: number, { at, code, message }: Fault): Problem {
  return { line, column: at, code, message };
}
