import { expect, test } from "vitest";
import { shapeOf, UnknownGroups } from "#core/log/unknownGroups";

test("words and numbers are folded, the tag is not", () => {
  expect(shapeOf("[mem-cp] tc_expr_call.lookup: +26 MB")).toBe("[mem-cp] a +0 a");
  expect(shapeOf("[mem-cp2] ünïcode$x 5")).toBe("[mem-cp0] a 0");
  expect(shapeOf("[mem] x")).not.toBe(shapeOf("[mem-cp] x"));
});

test("a group has its first line, its count and its first text, cut", () => {
  const groups = new UnknownGroups();
  groups.add(3, "[mem-cp] lookup +26 MB");
  groups.add(4, `[mem] ${"x ".repeat(500)}`);
  groups.add(9, "[mem-cp] args +11 MB");
  const list = groups.list();
  expect(list.map(({ line, count }) => [line, count])).toEqual([
    [3, 2],
    [4, 1],
  ]);
  expect(list.map(({ text }) => text.length)).toEqual([22, 256]);
});

test("shapes beyond a thousand share one last group", () => {
  const [groups, later] = [new UnknownGroups(), new UnknownGroups()];
  for (let shape = 0; shape < 1500; shape++) {
    (shape < 900 ? groups : later).add(
      shape,
      `[mem-cp] ${"+".repeat(shape % 30)}${"-".repeat(Math.floor(shape / 30))}`,
    );
  }
  groups.absorb(later);
  const list = groups.list();
  expect(list).toHaveLength(1001);
  expect(list.at(-1)).toMatchObject({ line: 1000, count: 500 });
  expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(1500);
});

test("a list given out does not change", () => {
  const groups = new UnknownGroups();
  groups.add(0, "[mem] a");
  const before = groups.list();
  groups.add(1, "[mem] a");
  expect(before).toEqual([{ line: 0, count: 1, text: "[mem] a" }]);
});
