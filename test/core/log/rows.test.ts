import { expect, test } from "vitest";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog, Run } from "#core/log/record";
import { bytesOf, decode, lines, readLog } from "./listing.ts";

const LOG = lines(`
  [mem] init: 100 MB (0ms)
  [mem-fn] +9 MB: a
  [mem-fn] +8 MB: b
  [mem-fn] +7 MB: a
  [mem-fn] +999 MB: a
  [kind 9] +5 MB / 6 stmts
  [kind 9] +7 MB / 8 stmts
  [mem] lex: 200 MB (+100) (1ms)
  [mem-fn] +1 MB: a
  [mem] resolve_pass1: 210 MB
  [mem-fn] +2 MB: a
  [mem] lex: 100 MB (+1) (2ms)
  # [mem] mir: ~7 MB
  [mem-fn] +3 MB: a
  [mem] init: 1 MB (0ms)
`);

function readFolded(text: string): MemoryLog {
  const reader = createLogReader(decode, "folded");
  reader.push(bytesOf(text));
  return reader.end();
}

const sums = ({ functions, phases }: Run) =>
  phases.map(({ name, functionRows }) => {
    const rows = Array.from(
      { length: functionRows.to - functionRows.from },
      (_, at) => functionRows.from + at,
    );
    return `${name} ${rows.reduce((sum, row) => sum + (functions.deltaBytes[row] ?? 0), 0)}`;
  });

test("folded rows have the sums, the readings and the problems of kept ones", () => {
  const kept = readLog(LOG);
  const folded = readFolded(LOG);
  expect(folded.runs.map(sums)).toEqual(kept.runs.map(sums));
  expect(folded.runs.map(({ phases }) => phases.map(({ name, rssBytes }) => [name, rssBytes]))).toEqual(
    kept.runs.map(({ phases }) => phases.map(({ name, rssBytes }) => [name, rssBytes])),
  );
  expect(folded.runs.map(({ problems }) => problems)).toEqual(kept.runs.map(({ problems }) => problems));
  expect([...(folded.runs[0]?.functions.repeats ?? [])]).toEqual([2, 1, 1, 1]);
  expect(folded.tally).toEqual(kept.tally);
});

test("runs that are taken as they come are the runs of the whole", () => {
  const whole = readLog(LOG.repeat(3));
  const reader = createLogReader(decode);
  const taken: Run[] = [];
  for (const line of LOG.repeat(3).split(/(?<=\n)/)) {
    reader.push(bytesOf(line));
    taken.push(...reader.takeRuns());
  }
  expect(taken.length).toBeGreaterThan(whole.runs.length - 4);
  expect([...taken, ...reader.end().runs]).toEqual(whole.runs);
});

test("where nothing is measured, no run is taken before the end", () => {
  const text = "text\n# [mem] a: ~5 MB\ntext\n# [mem] b: ~6 MB\n";
  const reader = createLogReader(decode);
  reader.push(bytesOf(text));
  expect(reader.takeRuns()).toEqual([]);
  expect(reader.end()).toEqual(readLog(text));
});
