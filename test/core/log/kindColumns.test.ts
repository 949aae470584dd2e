import { expect, test } from "vitest";
import { KindColumns } from "#core/log/kindColumns";
import { REST } from "#core/log/record";

const rowsOf = (columns: KindColumns) => {
  const { length, line, number, deltaBytes, count, repeats } = columns.view();
  return Array.from(
    { length },
    (_, row) =>
      `${line[row]} ${number[row]} ${deltaBytes[row]}/${count[row]}${repeats ? ` ×${repeats[row]}` : ""}`,
  );
};

test("a row costs 24 bytes, 28 when folded", () => {
  for (const folded of [false, true]) {
    const columns = new KindColumns(folded);
    columns.push(1, 1009, 5, 7);
    const size = Object.values(columns.view()).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    expect(size).toBe(folded ? 28 : 24);
  }
});

test("folded: of the lines of one kind in one phase the largest is kept, never a sum", () => {
  const columns = new KindColumns(true);
  columns.push(0, 9, 10, 2);
  columns.push(1, 1009, 1, 1);
  columns.push(2, 9, -40, 4);
  columns.push(3, 9, 30, 3);
  columns.closePhase(100);
  columns.push(5, 9, 7, 1);
  expect(rowsOf(columns)).toEqual(["2 9 -40/4 ×3", "1 1009 1/1 ×1", "5 9 7/1 ×1"]);
});

test("folded: what cannot be true stays a row of its own", () => {
  const columns = new KindColumns(true);
  columns.closePhase(100);
  columns.push(0, 9, 500, 10);
  columns.push(1, 9, 500, 1);
  columns.push(2, 9, 5, 0);
  columns.push(3, 9, Number.NaN, 1);
  columns.push(4, 9, 1, Number.NaN);
  columns.push(5, 9, 0, 0);
  expect(rowsOf(columns)).toEqual([
    "0 9 500/10 ×2",
    "1 9 500/1 ×1",
    "2 9 5/0 ×1",
    "3 9 NaN/1 ×1",
    "4 9 1/NaN ×1",
  ]);
});

test("folded: a view given out earlier does not change; a tail moves with its repeats", () => {
  const columns = new KindColumns(true);
  columns.push(0, 9, 10, 1);
  const before = columns.view();
  columns.push(1, 9, 50, 2);
  expect([...before.deltaBytes, ...(before.repeats ?? [])]).toEqual([10, 1]);
  const other = new KindColumns(true);
  columns.moveTail(0, 0, other);
  expect([columns.length, columns.firstLine, rowsOf(other)]).toEqual([0, undefined, ["1 9 50/2 ×2"]]);
});

test("of a phase that is over only the largest are kept, and the rest is counted", () => {
  const columns = new KindColumns(true, 1);
  columns.closePhase(100);
  columns.push(0, 5, 10, 1);
  columns.push(1, 6, 30, 1);
  columns.push(2, 7, 7, 0);
  columns.push(3, 8, 20, 1);
  columns.closePhase(200);
  expect(rowsOf(columns)).toEqual(["1 6 30/1 ×1", "2 7 7/0 ×1", `2 ${REST} 0/0 ×2`]);
});
