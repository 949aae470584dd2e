import { expect, test } from "vitest";
import { FunctionColumns, KindColumns } from "#core/log/rowColumns";

test("a view shows its rows, and goes on showing them when more come", () => {
  const columns = new FunctionColumns();
  for (let row = 0; row < 100; row++) {
    columns.push(row * 2, row % 3, row * 1000);
  }
  const view = columns.view({ from: 98, to: 100 }, ["a", "b", "c"]);
  for (let row = 0; row < 10_000; row++) {
    columns.push(0, 0, 0);
  }
  expect(columns.length).toBe(10_100);
  expect(view.length).toBe(2);
  expect([...view.line, ...view.name, ...view.deltaBytes]).toEqual([196, 198, 2, 0, 98_000, 99_000]);
});

test("rows cost 16 and 24 bytes", () => {
  const functions = new FunctionColumns();
  functions.push(1, 2, Number.NaN);
  const kinds = new KindColumns();
  kinds.push(1, 1009, 5, 7);
  const size = (columns: object): number =>
    Object.values(columns).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
  expect(size(functions.view({ from: 0, to: 1 }, []))).toBe(16);
  expect(size(kinds.view({ from: 0, to: 1 }))).toBe(24);
});
