import { expect, test } from "vitest";
import { firstProblems, ProblemList } from "#core/log/problemList";
import type { Problem } from "#core/log/record";

const problem = (line: number): Problem => ({ line, column: 0, code: "cut-line", message: "" });

test("a thousand are kept, the rest is counted and not even described", () => {
  const list = new ProblemList();
  let described = 0;
  for (let line = 0; line < 1500; line++) {
    list.add(() => {
      described++;
      return problem(line);
    });
  }
  expect([list.kept.length, list.further, described]).toEqual([1000, 500, 1000]);
});

test("of several lists the first by line are kept, the rest is counted", () => {
  const [even, odd] = [new ProblemList(), new ProblemList()];
  for (let line = 0; line < 1400; line++) {
    (line % 2 === 0 ? even : odd).add(() => problem(line));
  }
  const { kept, further } = firstProblems([even, odd]);
  expect(kept.map(({ line }) => line)).toEqual(Array.from({ length: 1000 }, (_, line) => line));
  expect(further).toBe(400);
});
