import { expect, test } from "vitest";
import { expiredRuns } from "#core/store/retention";
import { newRunFile, type RunFile } from "#core/store/runFile";

const run = (second: number, known: Partial<RunFile> = {}): RunFile =>
  newRunFile({ origin: "launch", status: "finished", ...known, id: `20261125T08500${second}Z-0000` });

test("the newest stay, whatever order they come in", () => {
  const runs = [run(2), run(4), run(1), run(3)];
  expect(expiredRuns(runs, 2)).toEqual([run(2).id, run(1).id]);
  expect(expiredRuns(runs, 4)).toEqual([]);
  expect(expiredRuns(runs, 0)).toHaveLength(4);
});

test("labelled, pinned and running ones stay; crashed ones go", () => {
  const runs = [
    run(1, { label: "before" }),
    run(2, { status: "running" }),
    run(3),
    run(4, { status: "crashed" }),
  ];
  expect(expiredRuns(runs, 0, new Set([run(3).id]))).toEqual([run(4).id]);
});
