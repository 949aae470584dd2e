// What holds for every log, whatever its bytes. Each check throws where it does not.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { groupBy } from "#core/base/group";
import { createLogReader } from "#core/log/reader";
import { type MemoryLog, PROBLEM_CODES, type Run } from "#core/log/record";
import { type Figure, figuresOf } from "../support/logFigures.ts";

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = "\ufeff";

/** The log in chunks that end at `ends`, in ascending order, and at its own end. */
export function readLog(bytes: Uint8Array, ends: readonly number[] = []): MemoryLog {
  const decoder = new TextDecoder();
  const reader = createLogReader((part) => decoder.decode(part));
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    // A copy: a reader that looks beyond its chunk must not find the next one there.
    reader.push(bytes.slice(from, end));
    // A look at what was read so far must change nothing.
    reader.snapshot();
    from = end;
  }
  return reader.end();
}

/** Every line is accounted for, once, in the log and in its runs. */
export function checkAccounts({ tally, runs }: MemoryLog, bytes: Uint8Array): void {
  const { lines, records, unknown, problems, other } = tally;
  assert.equal(lines, lineTexts(bytes).length, "lines");
  assert.equal(records + unknown + problems + other, lines, "records + unknown + problems + other");
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const grouped = runs.flatMap((run) => run.unknown.map(({ count }) => count));
  assert.equal(sum(grouped), unknown, "unknown lines of the runs");
  if (runs.length > 0) {
    assert.equal(sum(runs.map(({ otherLines }) => otherLines)), other, "other lines of the runs");
  } else {
    assert.equal(other, lines, "lines of a log without a run");
  }
}

/** A problem says where it is, what was found and what was expected. */
export function checkProblems({ tally, runs }: MemoryLog, bytes: Uint8Array): void {
  const texts = runs.some(({ problems }) => problems.length > 0) ? lineTexts(bytes) : [];
  for (const { line, column, code, message } of runs.flatMap(({ problems }) => problems)) {
    assert.ok(PROBLEM_CODES.includes(code), code);
    assert.ok(line >= 0 && line < tally.lines, `line ${line} of ${tally.lines}`);
    const { length } = texts[line] ?? "";
    assert.ok(column >= 0 && column <= length, `column ${column} of ${length}: ${message}`);
    assert.match(message, /^Found .*; expected /s);
  }
}

/** Chunks may end anywhere. @param ends in ascending order */
export function checkChunks(whole: MemoryLog, bytes: Uint8Array, ends: readonly number[]): void {
  assert.ok(isDeepStrictEqual(readLog(bytes, ends), whole), `in chunks up to ${ends} it reads otherwise`);
}

/** Who takes runs as they become complete gets what who waits gets. @param ends in ascending order */
export function checkTakenRuns(whole: MemoryLog, bytes: Uint8Array, ends: readonly number[]): void {
  const decoder = new TextDecoder();
  const reader = createLogReader((part) => decoder.decode(part));
  const taken: Run[] = [];
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    reader.push(bytes.slice(from, end));
    taken.push(...reader.takeRuns());
    from = end;
  }
  const { runs, tally } = reader.end();
  assert.ok(
    isDeepStrictEqual({ runs: [...taken, ...runs], tally }, whole),
    `taken at ${ends} the runs are others`,
  );
}

/** With CRLF every figure and every place is what it is with LF. */
export function checkLineEnds(whole: MemoryLog, bytes: Uint8Array): void {
  assert.ok(isDeepStrictEqual(readLog(withCrlf(bytes)), whole), "with CRLF it reads otherwise");
}

function withCrlf(bytes: Uint8Array): Uint8Array {
  const crlf = new Uint8Array(2 * bytes.length);
  let length = 0;
  for (const byte of bytes) {
    if (byte === LF) {
      crlf[length++] = CR;
    }
    crlf[length++] = byte;
  }
  return crlf.subarray(0, length);
}

/**
 * What is read of the first bytes is in the whole log too: a line that is cut never gives half a figure.
 * @param lengths how many bytes are read, one beginning after the other
 * @param damaged there may be anything behind the cut, so that the whole line may not be read: then it just must not
 * contradict what is read of its beginning
 */
export function checkBeginnings(bytes: Uint8Array, lengths: readonly number[], damaged: boolean): void {
  // With its last line whole: what is cut there may not be read at all.
  const whole = readLog(withLineEnd(bytes));
  const known = groupBy(figuresOf(whole), ({ line }) => line);
  const wrong = new Set(whole.runs.flatMap(({ problems }) => problems.map(({ line }) => line)));
  const peak = Math.max(0, ...whole.runs.map(({ peakBytes }) => peakBytes ?? 0));
  for (const length of lengths) {
    const { runs, tally } = readLog(bytes.subarray(0, length));
    for (const figure of figuresOf({ runs })) {
      const isCut = figure.line === tally.lines - 1;
      const others = known.get(figure.line) ?? [];
      const isSaid = others.some((other) => other.says === figure.says && isPlacedAs(figure, other, isCut));
      const isOpen =
        isCut && damaged && (wrong.has(figure.line) || !others.some((other) => contradicts(figure, other)));
      assert.ok(isSaid || isOpen, `cut at ${length} it says: ${JSON.stringify(figure)}`);
    }
    const peaks = damaged ? [] : runs.map(({ peakBytes }) => peakBytes ?? 0);
    assert.ok(Math.max(0, ...peaks) <= peak, `cut at ${length} it has a peak above the log's`);
  }
}

function withLineEnd(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + 1).fill(LF);
  ended.set(bytes);
  return ended;
}

/** A cut may take away what tells more of the place, and the end of a name, but it adds nothing. */
function isPlacedAs({ of }: Figure, whole: Figure, isCut: boolean): boolean {
  if (!isCut && of.length !== whole.of.length) {
    return false;
  }
  return of.every((part) => {
    // A name may be cut in the middle of a character.
    const begin = isCut && part.startsWith("fn ") ? part.replace(/\ufffd+$/, "") : undefined;
    return whole.of.some((other) => (begin === undefined ? other === part : other.startsWith(begin)));
  });
}

function contradicts(figure: Figure, whole: Figure): boolean {
  const what = ({ says }: Figure): string => says.split(" ", 1)[0] ?? "";
  return what(figure) === what(whole) && isPlacedAs(figure, whole, true);
}

/** True for a log that a shell redirected in UTF-16, by its mark. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function toUtf8(bytes: Uint8Array): Uint8Array {
  if (!isUtf16(bytes)) {
    return bytes;
  }
  // A last byte that is half a code unit is held back.
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes, { stream: true });
  return new TextEncoder().encode(text);
}

/** Lines without their LF. A byte order mark at the start is no part of them. */
function lineTexts(log: Uint8Array): readonly string[] {
  const bytes = toUtf8(log);
  const texts: string[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (let from = 0; from < bytes.length; ) {
    const lineEnd = bytes.indexOf(LF, from);
    const end = lineEnd === -1 ? bytes.length : lineEnd;
    texts.push(decoder.decode(bytes.subarray(from, end)));
    from = end + 1;
  }
  const [first = ""] = texts;
  if (first.startsWith(BYTE_ORDER_MARK)) {
    texts[0] = first.slice(1);
  }
  return texts.length === 1 && bytes.length === 3 && first === BYTE_ORDER_MARK ? [] : texts;
}
