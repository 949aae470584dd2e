import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import { bytesOf, decode, lines, list, listing, readChunks, readLog, seeded } from "./listing.ts";

const FIXTURES = new URL("../../fixtures/logs/", import.meta.url);
const LOGS = readdirSync(FIXTURES)
  .filter((name) => name.endsWith(".log"))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FIXTURES))) }));

const EVERY_SHAPE = lines(`
  make: building é
  12:01 [mem] init:    1 MB  current                         (0ms)
  [mem] resolve_pass1:  104 MB, 82 modules
  [mem] resolve: 105 MB (+104)  (26ms)
  [mem-fn] +93  MB: typecheck_expr_handlers$tc_expr_call
  [mem-fn] -5 MB: compile
  #5 0.5 [mem-fn] +8 MB: compile

  ...153 total functions leaked >8 MB each...
  [mem-fn] +abc MB: x
  [mem-fn] +99999999999999 MB: far
  [kind 1009] +5764 MB / 69186 stmts
  [kind x] +1 MB / 1 stmts
  [mem] tc registry: structs=47 funcs=2140
  [mem-cp] lookup +3 MB
  [mem] typecheck: 57x6 MB
  # Expected (é):
  #  [mem] typecheck: ~6900 MB (+6500)  ← THE TARGET DELTA
  #  [mem] codegen:   ~12500 MB peak (current ≈ peak)
  # Wall time: ~21s
  [mem] typecheck: 5776 MB (+5401) (9871ms)
  [mem] init: 1 MB (0ms)
  [kind 9] -1 MB / 0 calls
  [mem] typecheck: 57
`).slice(0, -1);

test.each(LOGS)("$name is read whole", ({ bytes }) => {
  const log = readChunks(bytes);
  expect(listing(log)).toMatchSnapshot();
  expect(log.tally.records).toBe(log.tally.lines);
});

test("every shape at once", () => {
  expect(list(EVERY_SHAPE)).toMatchInlineSnapshot(`
    "
    24 lines = 17 records + 1 unknown + 4 problems + 2 other
    measured 0 from 1, max 5776, other 2
      1 init 1 0ms
      2 sub resolve_pass1 104 - of +103 82 modules
      3 resolve 105 +104 26ms
        4 +93 typecheck_expr_handlers$tc_expr_call
        5 -5 compile
        6 +8 compile
        10 NaN far
        11 kind 1009 +5764 / 69186
      20 typecheck 5776 +5401 of +5671 9871ms
      13 tc registry.structs = 47
      13 tc registry.funcs = 2140
      8 "...153 total functions leaked >8 MB each..."
      14 1 × [mem-cp] lookup +3 MB
      9:10 malformed-line: Found \`abc\`; expected a line like \`[mem-fn] +93 MB: name\`.
      10:10 unsafe-integer: Found \`99999999999999\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
      12:6 malformed-line: Found \`x]\`; expected a line like \`[kind 1009] +5764 MB / 69186 stmts\`.
      15:17 malformed-line: Found \`57x6\`; expected whole MB, as in \`[mem] typecheck: 5776 MB\`.
      20:0 growth-mismatch: Found +5401 MB printed for \`typecheck\`; expected +5671 MB, as its reading is that far from the one before.
    expectation 1 from 16, max 12500, peak 12500
      17 typecheck ~6900 +6500 of - ← THE TARGET DELTA
      18 codegen ~12500 - of +5600 peak (current ≈ peak)
      16 "# Expected (é):"
      19 "# Wall time: ~21s"
    measured 2 from 21, max 1
      21 init 1 0ms
        22 kind 9 -1 / 0
      22:0 count-zero: Found -1 MB over a count of 0; expected a count above 0.
      23:17 cut-line: Found \`typecheck: 57\` and no line end; expected a whole line. It was cut off and is not read.
    "
  `);
});

test.each([...LOGS, { name: "every shape", bytes: bytesOf(EVERY_SHAPE) }])(
  "$name reads the same wherever it is split",
  ({ bytes }) => {
    const whole = readChunks(bytes);
    for (let at = 0; at <= bytes.length; at++) {
      expect(readChunks(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole);
    }
    expect(readChunks(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(whole);
  },
);

test.each([...LOGS, { name: "every shape", bytes: bytesOf(EVERY_SHAPE) }])(
  "$name reads the same with CRLF",
  ({ bytes }) => {
    expect(readLog(decode(bytes).replaceAll("\n", "\r\n"))).toEqual(readChunks(bytes));
  },
);

test("a byte order mark at the start is no part of the first line", () => {
  const mark = new Uint8Array([0xef, 0xbb, 0xbf]);
  expect(readChunks(mark, bytesOf("[mem] init: 1x MB\n"))).toEqual(readLog("[mem] init: 1x MB\n"));
  expect(readChunks(mark, bytesOf("[mem-fn] +9 MB: a\n"))).toEqual(readLog("[mem-fn] +9 MB: a\n"));
  expect(readChunks(mark.subarray(0, 1), mark.subarray(1))).toEqual(readLog(""));
});

test("a snapshot after each chunk is what a new reading of the complete lines gives", () => {
  const bytes = bytesOf(EVERY_SHAPE);
  const reader = createLogReader(decode);
  const given: { readonly log: MemoryLog; readonly text: string }[] = [];
  for (let at = 0; at < bytes.length; at += 7) {
    reader.push(bytes.subarray(at, at + 7));
    const complete = bytes.subarray(0, bytes.lastIndexOf(10, Math.min(at + 6, bytes.length - 1)) + 1);
    const log = reader.snapshot();
    expect(log).toEqual(readChunks(complete));
    expect(reader.snapshot()).toBe(log);
    given.push({ log, text: listing(log) });
  }
  reader.end();
  for (const { log, text } of given) {
    expect(listing(log)).toBe(text);
  }
});

test("bytes behind the last line end are told of, left out of a snapshot and counted at the end", () => {
  const reader = createLogReader(decode);
  reader.push(bytesOf("[mem] init: 1 MB\n[mem] lex: 3 MB"));
  expect(reader.hasUnfinishedLine).toBe(true);
  expect(reader.snapshot().runs[0]?.phases.map(({ name }) => name)).toEqual(["init"]);
  expect(reader.end().runs[0]?.phases.map(({ name }) => name)).toEqual(["init", "lex"]);
  expect(reader.end()).toBe(reader.end());
  expect(() => reader.push(bytesOf("\n"))).toThrow("ended");
});

test("garbage adds up: every line is a record, unknown, a problem or other, in the runs too", () => {
  const random = seeded(1);
  const words = [
    "[mem",
    "[mem]",
    "[mem-fn]",
    "[kind ",
    "]",
    "+",
    "-",
    "~",
    "#",
    "9",
    "57",
    " MB",
    ":",
    "/",
    " ",
    "(",
    ")",
  ];
  words.push(
    "ms",
    "a",
    "x_pass1",
    "init",
    "...",
    "peak",
    "\r",
    "\n",
    "\n",
    "\n",
    "\ufeff",
    "é",
    "=",
    "# Expected",
    "99999999999999999",
  );
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: 120 }, () => words[Math.floor(random() * words.length)]).join("");
    const bytes = bytesOf(text);
    const log = readChunks(bytes);
    const { lines: count, records, unknown, problems, other } = log.tally;
    expect(records + unknown + problems + other).toBe(count);
    const { runs } = log;
    if (runs.length > 0) {
      expect(runs.reduce((sum, run) => sum + run.otherLines, 0)).toBe(other);
    }
    expect(runs.flatMap((run) => run.unknown).reduce((sum, group) => sum + group.count, 0)).toBe(unknown);
    const at = Math.floor(random() * bytes.length);
    expect(readChunks(bytes.subarray(0, at), bytes.subarray(at))).toEqual(log);
  }
});

test("bytes that are no text are no trouble", () => {
  const random = seeded(2);
  const bytes = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256));
  const { tally } = readChunks(bytes);
  expect(tally.other).toBe(tally.lines);
});

test("a line of many megabytes costs what it weighs, in chunks of any size", () => {
  const long = new Uint8Array(20_000_000).fill(0x61);
  const reader = createLogReader(decode);
  for (let at = 0; at < long.length; at += 1000) {
    reader.push(long.subarray(at, at + 1000));
  }
  reader.push(bytesOf("\n[mem] init: 1 MB\n"));
  expect(reader.end()).toEqual(readChunks(long, bytesOf("\n[mem] init: 1 MB\n")));
  expect(reader.end().tally).toMatchObject({ lines: 2, records: 1, other: 1 });
});

test("a line that is too long and has a tag is a problem, however it is split and ended", () => {
  const text = (name: number, end: string): Uint8Array =>
    bytesOf(`  [mem-fn] +9 MB: ${"a".repeat(name)}${end}`);
  const fits = 65_536 - "  [mem-fn] +9 MB: ".length;
  for (const end of ["", "\n", "\r\n"]) {
    expect(readChunks(text(fits, end)).tally).toMatchObject({ lines: 1, records: 1 });
    const bytes = text(fits + 1, end);
    for (const at of [1, 65_536, 65_537, bytes.length]) {
      expect(readChunks(bytes.subarray(0, at), bytes.subarray(at)).tally).toMatchObject({
        lines: 1,
        problems: 1,
      });
    }
  }
});
