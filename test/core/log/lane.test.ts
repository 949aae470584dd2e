import { expect, test } from "vitest";
import { Lane } from "#core/log/lane";
import { LineWords } from "#core/log/lineWords";
import type { PhaseFigures } from "#core/log/memLine";
import { Rows } from "#core/log/rows";
import { decode } from "./listing.ts";

const MB = 1_048_576;

function reading(name: string, megabytes: number): PhaseFigures {
  const none = { deltaBytes: undefined, elapsedMs: undefined, peakBytes: undefined };
  return { name, rssBytes: megabytes * MB, approximate: false, remark: "", ...none };
}

test("runs follow each other, each with its rows", () => {
  const lane = new Lane("measured", new Rows(new LineWords(decode), "kept"));
  lane.rows.functions.push(0, 0, 5 * MB);
  lane.addReading(1, reading("init", 1));
  lane.rows.kinds.push(2, 9, 5, 1);
  lane.addReading(3, reading("init", 2));
  lane.rows.functions.push(4, 0, 6 * MB);
  const runs = lane.runs();
  expect(runs.map((run) => [run.firstLine, [...run.functions.line], [...run.kinds.line]])).toEqual([
    [0, [0], [2]],
    [3, [4], []],
  ]);
  expect(runs[0]?.phases[0]?.functionRows).toEqual({ from: 0, to: 1 });
});

test("a run that said nothing is none", () => {
  const lane = new Lane("measured", new Rows(new LineWords(decode), "kept"));
  lane.open.otherLines++;
  expect(lane.runs()).toEqual([]);
  expect(lane.otherLines).toBe(1);
});

test("what a reading owns may still be told of its own line", () => {
  const lane = new Lane("measured", new Rows(new LineWords(decode), "kept"));
  const own = lane.addReading(0, reading("init", 1));
  lane.addReading(1, reading("init", 1));
  own.addProblem(0, () => ({ line: 0, column: 3, code: "malformed-line", message: "" }));
  expect(lane.open.problems.kept).toEqual([]);
  lane.endRun();
  expect(lane.hasReadings).toBe(false);
});
