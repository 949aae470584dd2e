import { expect, test } from "vitest";
import { FunctionColumns } from "#core/log/functionColumns";
import { REST } from "#core/log/record";

const rowsOf = (columns: FunctionColumns) => {
  const { length, line, name, deltaBytes, repeats } = columns.view([]);
  return Array.from(
    { length },
    (_, row) => `${line[row]} ${name[row]} ${deltaBytes[row]}${repeats ? ` ×${repeats[row]}` : ""}`,
  );
};

test("a view shows its rows, and goes on showing them when more come", () => {
  const columns = new FunctionColumns(false);
  for (let row = 0; row < 100; row++) {
    columns.push(row * 2, row % 3, row * 1000);
  }
  const view = columns.view(["a", "b", "c"]);
  for (let row = 0; row < 10_000; row++) {
    columns.push(0, 0, 0);
  }
  expect(columns.length).toBe(10_100);
  expect([view.length, columns.firstLine]).toEqual([100, 0]);
  expect([view.line[99], view.name[99], view.deltaBytes[99], view.repeats]).toEqual([
    198,
    0,
    99_000,
    undefined,
  ]);
});

test("a row costs 16 bytes, 20 when folded", () => {
  for (const folded of [false, true]) {
    const columns = new FunctionColumns(folded);
    columns.push(1, 2, Number.NaN);
    const size = Object.values(columns.view([])).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    expect(size).toBe(folded ? 20 : 16);
  }
});

test("folded: the lines of one function in one phase share a row", () => {
  const columns = new FunctionColumns(true);
  columns.push(0, 7, 10);
  columns.push(1, 8, 1);
  columns.push(2, 7, -4);
  columns.closePhase(100);
  columns.push(4, 7, 5);
  columns.push(5, 7, 5);
  expect(rowsOf(columns)).toEqual(["0 7 6 ×2", "1 8 1 ×1", "4 7 10 ×2"]);
});

test("folded: what cannot be true stays a row of its own, on either side", () => {
  const columns = new FunctionColumns(true);
  columns.closePhase(100);
  columns.push(0, 7, 101);
  columns.push(1, 7, 60);
  columns.push(2, 7, 60);
  columns.push(3, 7, Number.NaN);
  columns.push(4, 7, -101);
  columns.push(5, 7, 60);
  expect(rowsOf(columns)).toEqual(["0 7 101 ×1", "1 7 180 ×3", "3 7 NaN ×1", "4 7 -101 ×1"]);
});

test("folded: a view given out earlier does not change", () => {
  const columns = new FunctionColumns(true);
  columns.push(0, 7, 10);
  const before = columns.view([]);
  columns.push(1, 7, 5);
  expect([...before.deltaBytes, ...(before.repeats ?? [])]).toEqual([10, 1]);
  expect(rowsOf(columns)).toEqual(["0 7 15 ×2"]);
});

test("a tail moves with its repeats", () => {
  const columns = new FunctionColumns(true);
  columns.push(0, 7, 10);
  columns.closePhase(100);
  columns.push(1, 7, 5);
  columns.push(2, 7, 5);
  const other = new FunctionColumns(true);
  columns.moveTail(1, 1, other);
  expect([rowsOf(columns), rowsOf(other)]).toEqual([["0 7 10 ×1"], ["1 7 10 ×2"]]);
});

test("of a phase that is over only the largest are kept, with a row for the rest", () => {
  const columns = new FunctionColumns(true, 2);
  columns.closePhase(100);
  columns.push(0, 5, 10);
  columns.push(1, 6, 30);
  columns.push(2, 7, 101);
  columns.push(3, 8, -5);
  columns.push(4, 9, 20);
  columns.closePhase(200);
  columns.push(5, 5, 1);
  expect(rowsOf(columns)).toEqual(["1 6 30 ×1", "2 7 101 ×1", "4 9 20 ×1", `3 ${REST} 5 ×2`, "5 5 1 ×1"]);
});
