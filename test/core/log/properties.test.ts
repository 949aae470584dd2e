// What holds for any log: how its bytes are cut, how its lines end, and that no line is lost.
import { describe, expect, test } from "vitest";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import { fixtureBytes, readLogBytes } from "../../support/logs.ts";

const LOGS = [
  "before-fix.log",
  "after-fix.log",
  "baseline-ca2f64fc.log",
  "pasted-expectation.log",
  "phase3b-functions.log",
  "phase3b-kinds.log",
];

const DIRTY = `\uFEFFsome output before
[mem] init:    1 MB  current                         (0ms)
12:00:01 build | [mem-fn] +93  MB: typecheck_expr_handlers$tc_expr_call
[mem-fn] +abc MB: x
[mem-fn] +99999999999999999999 MB: x
[mem-cp] loop: +3 MB
[mem-cp] loop: +4 MB

[kind 9] -3 MB / 7 calls
[mem] tc registry: structs=47 funcs=2140
[mem] typecheck: 57x6 MB
[mem] typecheck: 100 MB (-5) (20ms)
...153 total functions leaked >8 MB each...
# Expected: less
#   [mem] mir: ~14400 MB (+7500)   ← hope
[mem] init: 1 MB current (0ms)`;

function read(chunks: readonly Uint8Array[]): MemoryLog {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes));
  for (const chunk of chunks) {
    reader.push(chunk);
  }
  return reader.end();
}

const dirtyBytes = new TextEncoder().encode(DIRTY);
const cases: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...LOGS.map((name) => [name, fixtureBytes(name)] as const),
  ["dirty", dirtyBytes],
];

describe.each(cases)("%s", (_name, bytes) => {
  const whole = read([bytes]);

  test("a split at any byte gives the same log", () => {
    for (let at = 0; at <= bytes.length; at++) {
      expect(read([bytes.slice(0, at), bytes.slice(at)])).toEqual(whole);
    }
  });

  test("single bytes give the same log", () => {
    expect(read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  test("CRLF gives the same log", () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll("\n", "\r\n");
    expect(read([new TextEncoder().encode(text)])).toEqual(whole);
  });

  test("records, unknown lines, problems and other lines make up the log", () => {
    const { lines, records, unknown, problems, other } = whole.tally;
    expect(records + unknown + problems + other).toBe(lines);
    const text = new TextDecoder().decode(bytes);
    expect(lines).toBe(text.split("\n").length - (text.endsWith("\n") ? 1 : 0));
    const inRuns = whole.runs.reduce((sum, run) => sum + run.otherLines, 0);
    expect(inRuns).toBe(other);
  });
});

test("the shared logs hold nothing that is not understood", () => {
  for (const name of LOGS) {
    const { tally, runs } = readLogBytes(fixtureBytes(name));
    expect([name, tally.unknown, tally.problems, runs.flatMap((run) => run.problems)]).toEqual([
      name,
      0,
      0,
      [],
    ]);
  }
});

test("random bytes never throw, and every line is accounted for", () => {
  // A seeded generator (Park and Miller), so that a failure can be repeated.
  let seed = 20_261_123;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const pieces = [
    "[mem] ",
    "[mem-fn] ",
    "[kind 9] ",
    "init: ",
    "+5 MB",
    " MB",
    "(+3)",
    "(12ms)",
    "~",
    "# ",
    "\n",
    "\r\n",
    "\0",
    "12",
    "name",
    " / ",
    "\u00ff",
    "[",
    "...",
  ];
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next(60) }, () => pieces[next(pieces.length)]).join("");
    const { tally } = read([new TextEncoder().encode(text)]);
    expect(tally.records + tally.unknown + tally.problems + tally.other, JSON.stringify(text)).toBe(
      tally.lines,
    );
  }
});
