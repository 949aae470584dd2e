// Bytes → a memory log, in chunks of any size. One pass, no string for a line that is frequent or not ours.
import { t } from "../base/text.ts";
import { checkRun } from "./checks.ts";
import { FrequentLine, trimEnd } from "./frequentLines.ts";
import { NameTable } from "./nameTable.ts";
import { readLine, unsafeText } from "./rareLines.ts";
import type { MemoryLog, Run } from "./record.ts";
import { RunSequence } from "./runSequence.ts";

export interface LogReader {
  /** The next bytes of the log. A line may go on in the next chunk. */
  push(chunk: Uint8Array): void;
  /** What was read so far; a last line without line end is left out, since it may grow. Later pushes do not change it. */
  snapshot(): MemoryLog;
  /** As `snapshot`, with the last line counted also when it has no line end. Nothing may be pushed after it. */
  end(): MemoryLog;
  /** True when bytes behind the last line end wait for the rest of their line. */
  readonly hasUnfinishedLine: boolean;
}

/** @param decode UTF-8 to text, bad bytes replaced; called for names and for rare lines */
export function createLogReader(decode: (bytes: Uint8Array) => string): LogReader {
  return new Reader(decode);
}

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const DOT = 46;
const BRACKET = 91;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** What is kept of a line that does not end: no line of ours is longer. */
const LINE_LIMIT_BYTES = 65_536;
const MEM_FN = [..."[mem-fn]"].map((character) => character.charCodeAt(0));
const MEM = [..."[mem"].map((character) => character.charCodeAt(0));
const KIND = [..."[kind"].map((character) => character.charCodeAt(0));

class Reader implements LogReader {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #names: NameTable;
  readonly #runs = new RunSequence();
  readonly #frequent = new FrequentLine();
  /** The line that the last chunk ended in. */
  readonly #carry = new Uint8Array(LINE_LIMIT_BYTES + 1);
  #carried = 0;
  #overlong = false;
  #lines = 0;
  #records = 0;
  #unknown = 0;
  #problems = 0;
  #ended = false;

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
    this.#names = new NameTable(decode);
  }

  get hasUnfinishedLine(): boolean {
    return this.#carried > 0;
  }

  push(chunk: Uint8Array): void {
    if (this.#ended) {
      throw new Error("the log has ended");
    }
    let at = 0;
    if (this.#carried > 0) {
      const end = chunk.indexOf(NEWLINE);
      this.#keep(chunk.subarray(0, end < 0 ? chunk.length : end));
      if (end < 0) {
        return;
      }
      this.#finishCarried(false);
      at = end + 1;
    }
    this.#wholeLines(chunk, at);
  }

  #wholeLines(chunk: Uint8Array, from: number): void {
    let at = from;
    for (let end = chunk.indexOf(NEWLINE, at); end >= 0; end = chunk.indexOf(NEWLINE, at)) {
      this.#line(chunk, at, end, end - at > LINE_LIMIT_BYTES, false);
      at = end + 1;
    }
    if (at < chunk.length) {
      this.#keep(chunk.subarray(at));
    }
  }

  #keep(bytes: Uint8Array): void {
    const room = LINE_LIMIT_BYTES + 1 - this.#carried;
    this.#carry.set(bytes.subarray(0, room), this.#carried);
    this.#carried += Math.min(room, bytes.length);
    this.#overlong ||= this.#carried > LINE_LIMIT_BYTES;
  }

  #finishCarried(cut: boolean): void {
    const length = this.#carried;
    const overlong = this.#overlong;
    this.#carried = 0;
    this.#overlong = false;
    this.#line(this.#carry, 0, Math.min(length, LINE_LIMIT_BYTES), overlong, cut);
  }

  #line(bytes: Uint8Array, start: number, to: number, overlong: boolean, cut: boolean): void {
    const line = this.#lines++;
    let from = line === 0 && startsWith(bytes, start, BYTE_ORDER_MARK) ? start + BYTE_ORDER_MARK.length : start;
    while (from < to && (bytes[from] ?? 0) <= SPACE) {
      from += 1;
    }
    const first = bytes[from];
    if (first === BRACKET && from < to && !overlong && this.#frequentLine(bytes, from, to, line)) {
      return;
    }
    const mayBeOurs = first === HASH || first === DOT || findTag(bytes, from, to);
    if (!mayBeOurs || from >= to) {
      this.#runs.addOther();
      return;
    }
    if (overlong) {
      this.#longLine(bytes, from, to, line);
      return;
    }
    this.#rareLine(this.#decode(bytes.subarray(start, trimEnd(bytes, start, to))), line, cut);
  }

  #frequentLine(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    const found = this.#frequent;
    if (startsWith(bytes, from, MEM_FN) && found.readFunction(bytes, from + MEM_FN.length, to)) {
      const name = this.#names.intern(bytes, found.nameFrom, found.nameTo);
      this.#runs.at(line, false).addFunction(line, name, found.deltaBytes);
    } else if (startsWith(bytes, from, KIND) && found.readKind(bytes, from + KIND.length, to)) {
      this.#runs.at(line, false).addKind(line, found.kindNumber, found.deltaBytes, found.count);
    } else {
      return false;
    }
    this.#records += 1;
    return true;
  }

  /** A line of any length: with a tag of ours it is a problem, else none of our business. */
  #longLine(bytes: Uint8Array, from: number, to: number, line: number): void {
    if (!findTag(bytes, from, Math.min(to, from + LINE_LIMIT_BYTES))) {
      this.#runs.addOther();
      return;
    }
    const message = t("problem.long", { limit: LINE_LIMIT_BYTES });
    this.#problems += 1;
    this.#runs.current(line).addProblem({ line, column: 0, code: "malformed-line", message });
  }

  #rareLine(withMark: string, line: number, cut: boolean): void {
    const text = line === 0 ? withMark.replace(/^\uFEFF/, "") : withMark;
    const read = readLine(text, cut);
    switch (read.type) {
      case "other":
        this.#runs.addOther();
        return;
      case "unknown":
        this.#unknown += 1;
        this.#runs.current(line).unknown.add(line, text);
        return;
      case "problem": {
        this.#problems += 1;
        const { column, code, message } = read;
        this.#runs.current(line).addProblem({ line, column, code, message });
        return;
      }
      case "phase":
        this.#runs.addPhase(line, read.phase, read.expected);
        break;
      case "peak":
        this.#runs.at(line, read.expected).peakBytes = read.peakBytes;
        break;
      case "counts":
        this.#runs.at(line, false).counts.push(...read.counts.map(([key, value]) => ({ line, key, value })));
        break;
      case "note": {
        const begins = read.expected && read.text.startsWith("Expected");
        const run = begins ? this.#runs.beginExpectation(line) : this.#runs.at(line, read.expected);
        run.notes.push({ line, text: read.text });
        break;
      }
      case "function": {
        const name = this.#names.internText(read.name);
        this.#runs.at(line, read.expected).addFunction(line, name, read.deltaBytes);
        this.#unsafe(read.deltaBytes, text, line);
        break;
      }
      case "kind":
        this.#runs.at(line, read.expected).addKind(line, read.number, read.deltaBytes, read.count);
        this.#unsafe(read.deltaBytes + read.count, text, line);
        break;
    }
    this.#records += 1;
  }

  /** The record is kept without its value; the value's text is told beside it. */
  #unsafe(value: number, text: string, line: number): void {
    if (Number.isNaN(value)) {
      const { column, digits } = unsafeText(text);
      const message = t("problem.unsafe", { found: digits });
      this.#runs.current(line).addProblem({ line, column, code: "unsafe-integer", message });
    }
  }

  snapshot(): MemoryLog {
    const records = this.#records;
    const [lines, unknown, problems] = [this.#lines, this.#unknown, this.#problems];
    return {
      runs: this.#runs.runs(this.#names.names).map(withChecks),
      tally: { lines, records, unknown, problems, other: lines - records - unknown - problems },
    };
  }

  end(): MemoryLog {
    if (!this.#ended && this.#carried > 0) {
      this.#finishCarried(true);
    }
    this.#ended = true;
    return this.snapshot();
  }
}

function withChecks(run: Run): Run {
  const { problems } = checkRun(run);
  return problems.length === 0
    ? run
    : { ...run, problems: [...run.problems, ...problems].toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

function startsWith(bytes: Uint8Array, from: number, pattern: readonly number[]): boolean {
  for (let at = 0; at < pattern.length; at++) {
    if (bytes[from + at] !== pattern[at]) {
      return false;
    }
  }
  return true;
}

/** True when [from, to) holds `[mem` or `[kind`. */
function findTag(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] === BRACKET && (startsWith(bytes, at, MEM) || startsWith(bytes, at, KIND))) {
      return true;
    }
  }
  return false;
}
