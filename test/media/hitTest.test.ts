import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { frameAt } from "../../media/src/hitTest.ts";
import { counted, flame, manyFrames } from "../support/flame.ts";

const COLUMNS = flame(`
  run
  run;resolve +40 MB
  run;tc_free +0 MB
  run;bad +9999999 MB absurd
  run;typecheck +60 MB
  run;typecheck;a +20 MB
  run;typecheck;b -10 MB
  run;codegen +10 MB
`);

function hit(row: number, atMb: number, reachMb = 0.001): string | undefined {
  const frame = frameAt(COLUMNS, row, atMb * MEBIBYTE, reachMb * MEBIBYTE);
  return frame === undefined ? undefined : COLUMNS.strings[COLUMNS.name[frame] ?? 0];
}

describe("hit test", () => {
  test.each([
    [0, 0, "run"],
    [0, 109.9, "run"],
    [1, 0, "resolve"],
    [1, 39.9, "resolve"],
    [1, 40, "typecheck"],
    [1, 100, "codegen"],
    [2, 45, "a"],
    [2, 65, "b"],
  ])("row %i at %d MB is %s", (row, at, name) => {
    expect(hit(row, at)).toBe(name);
  });

  test.each([
    [1, 110, "after the last frame"],
    [2, 10, "left of the first child"],
    [2, 75, "in what no child explains"],
    [3, 50, "below the last row"],
    [-1, 50, "above the first row"],
  ])("row %i at %d MB, %s, is nothing", (row, at) => {
    expect(hit(row, at)).toBeUndefined();
  });

  test("reaches a frame that begins under the same pixel", () => {
    expect(hit(2, 39.5, 1)).toBe("a");
    expect(hit(2, 38.5, 1)).toBeUndefined();
  });

  test("passes over frames without width", () => {
    expect(hit(1, 39.999, 0.5)).toBe("resolve");
    expect(hit(1, 40, 0.5)).toBe("typecheck");
  });

  test("costs a search, not a walk, in a million frames", () => {
    const { columns, reads } = counted(manyFrames(1_000_000, 1));
    expect(frameAt(columns, 1, 765_432.5 * MEBIBYTE, 1)).toBe(765_433);
    expect(reads()).toBeLessThan(40);
  });

  test("costs a search also over a million frames without width", () => {
    const flat = manyFrames(1_000_000, 1);
    const { columns, reads } = counted({
      ...flat,
      start: flat.start.map(() => 0),
      weight: flat.weight.map((weight, frame) => (frame === 0 ? weight : 0)),
    });
    expect(frameAt(columns, 1, 0, MEBIBYTE)).toBeUndefined();
    expect(reads()).toBeLessThan(200);
  });
});
