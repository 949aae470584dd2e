import { expect, test } from "vitest";
import { Column, doubles64, words32 } from "#core/base/column";

test("a view taken earlier keeps its rows while the column grows and is cut", () => {
  const column = new Column(words32, 2);
  for (const value of [1, 2, 3, 4, 5]) {
    column.push(value);
  }
  const view = column.view(1, 4);
  column.truncate(1);
  column.push(99);
  expect([...view]).toEqual([2, 3, 4]);
  expect([...column.view()]).toEqual([1, 99]);
});

test("rows outside are an error, not a zero", () => {
  const column = new Column(doubles64);
  column.push(1.5);
  expect(column.at(0)).toBe(1.5);
  expect(() => column.at(1)).toThrow(RangeError);
});
