// What holds for every log. The seed is fixed, so that a failure stays one; `npm run fuzz` is what goes looking for more.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkAccounts,
  checkBeginnings,
  checkProblems,
  checkTakenRuns,
  readLog,
} from "../../fuzz/logInvariants.ts";
import { logBytes, logText, readable, shortLogText } from "../../support/logBytes.ts";
import { type Figure, figuresOf } from "../../support/logFigures.ts";
import {
  countLine,
  functionLine,
  kindLine,
  otherLine,
  phaseLine,
  type WrittenLine,
} from "../../support/logLines.ts";
import { ownLine } from "../../support/ownLines.ts";
import { kindTable } from "../../support/tableLines.ts";
import { bytesOf } from "./listing.ts";

const SEED = 20_260_415;

const anyBytes = fc.oneof(logBytes, fc.uint8Array({ maxLength: 200 })).map(readable);
/** Places in a log of `length` bytes, in order. */
const placesIn = (length: number) =>
  fc.array(fc.nat(length), { maxLength: 8 }).map((places) => places.toSorted((a, b) => a - b));

test("every line is accounted for, whatever the bytes", () => {
  check(anyBytes, 200, (bytes) => checkAccounts(readLog(bytes), bytes));
});

test("a file with nothing in it but a byte order mark has no line", () => {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  expect(readLog(mark).tally.lines).toBe(0);
  checkAccounts(readLog(mark), mark);
});

test("chunks may end anywhere", () => {
  const chunked = anyBytes.chain((bytes) => fc.tuple(fc.constant(bytes), placesIn(bytes.length)));
  check(chunked, 150, ([bytes, ends]) => expect(readLog(bytes, ends)).toEqual(readLog(bytes)));
});

test("runs may be taken as they become complete", () => {
  const chunked = logBytes
    .map(readable)
    .chain((bytes) => fc.tuple(fc.constant(bytes), placesIn(bytes.length)));
  check(chunked, 100, ([bytes, ends]) => checkTakenRuns(readLog(bytes), bytes, ends));
});

test("UTF-16 reads as UTF-8", () => {
  check(fc.tuple(logText, fc.boolean()), 60, ([text, swapped]) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(readLog(swapped ? bytes.swap16() : bytes)).toEqual(readLog(bytesOf(text)));
  });
});

test("CRLF reads as LF", () => {
  check(logText, 120, (text) => {
    expect(readLog(bytesOf(text.replaceAll("\n", "\r\n")))).toEqual(readLog(bytesOf(text)));
  });
});

test("problems say where they are, what was found and what was expected", () => {
  check(anyBytes, 200, (bytes) => checkProblems(readLog(bytes), bytes));
});

test("the beginning of a log gives no figure that the whole log does not", () => {
  const begun = (log: fc.Arbitrary<Uint8Array>) =>
    log.map(readable).chain((bytes) => fc.tuple(fc.constant(bytes), placesIn(bytes.length)));
  check(begun(shortLogText.map(bytesOf)), 400, ([bytes, lengths]) => checkBeginnings(bytes, lengths, false));
  check(begun(logBytes), 100, ([bytes, lengths]) => checkBeginnings(bytes, lengths, true));
});

test.each([
  ["[mem-fn] lines", functionLine],
  ["[kind N] lines", kindLine],
  ["phase lines", phaseLine],
  ["state counts", countLine],
  ["lines of our own probes", ownLine],
])("%s give their figures however they are written", (_, line) => {
  check(fc.array(fc.oneof(line, line, otherLine), { maxLength: 6 }), 100, expectFigures);
});

test("tables of node kinds give their figures", () => {
  check(
    fc.array(
      fc.oneof(
        kindTable,
        otherLine.map((line) => [line]),
      ),
      { maxLength: 3 },
    ),
    150,
    (blocks) => expectFigures(blocks.flat()),
  );
});

test("lines of all kinds together give their figures in order", () => {
  const line = fc.oneof(functionLine, kindLine, phaseLine, countLine, ownLine, otherLine);
  check(fc.array(line, { maxLength: 12 }), 100, expectFigures);
});

test("entries on one line give what they give on lines of their own", () => {
  // What stands before a later tag would end the entry before it.
  const entry = fc
    .oneof(functionLine, kindLine, phaseLine, ownLine)
    .filter(({ text }) => /^\[(mem|kind)/.test(text));
  const entries = fc.array(entry, { minLength: 1, maxLength: 4 });
  check(entries, 100, (lines) => {
    const figures = lines.flatMap((line) => line.figures.map((figure) => ({ line: 0, ...figure })));
    const text = lines.map((line) => line.text).join(" ");
    const read = figuresOf(readLog(bytesOf(`${text}\n`)));
    // Which come first depends on the run that each belongs to.
    expect(sorted(read)).toEqual(sorted(figures));
  });
});

test("lines of other programs give nothing", () => {
  check(fc.array(otherLine, { maxLength: 8 }), 200, (lines) => {
    const { tally, runs } = readLog(bytesOf(textOf(lines)));
    expect({ runs, other: tally.other }).toEqual({ runs: [], other: lines.length });
  });
});

function check<T>(given: fc.Arbitrary<T>, numRuns: number, holds: (value: T) => void): void {
  fc.assert(
    fc.property(given, (value) => {
      // What an assertion returns is no verdict.
      holds(value);
    }),
    { seed: SEED, numRuns },
  );
}

function expectFigures(lines: readonly WrittenLine[]): void {
  const said = lines.flatMap(({ figures }, line) => figures.map((figure) => ({ line, ...figure })));
  expect(figuresOf(readLog(bytesOf(textOf(lines))))).toEqual(said);
}

function textOf(lines: readonly WrittenLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join("");
}

function sorted(figures: readonly Figure[]): readonly string[] {
  return figures.map((figure) => JSON.stringify(figure)).sort();
}
