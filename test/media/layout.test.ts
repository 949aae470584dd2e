import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import type { FlameColumns } from "#core/view/flameColumns";
import { layoutBoxes } from "../../media/src/layout.ts";
import { counted, flame, manyFrames } from "../support/flame.ts";

/** Boxes as text, in MB of the whole run = pixels: `typecheck 10..20`, or `3 frames 10..20`. */
function boxes(columns: FlameColumns, fromMb: number, toMb: number, widthPx: number): readonly string[] {
  const range = { from: fromMb * MEBIBYTE, to: toMb * MEBIBYTE };
  const {
    frame,
    frames,
    leftPx,
    widthPx: widths,
  } = layoutBoxes(columns, {
    ...range,
    ...{ widthPx, firstRow: 0, endRow: 99 },
  });
  return frame.map((id, index) => {
    const [count = 0, left = 0, width = 0] = [frames[index], leftPx[index], widths[index]];
    const name = count > 1 ? `${count} frames` : columns.strings[columns.name[id] ?? 0];
    return `${name} ${left}..${left + width}`;
  });
}

describe("layout", () => {
  test("stands children under their parent, in order", () => {
    const columns = flame(`
      run
      run;resolve +40 MB
      run;typecheck +60 MB
      run;typecheck;mir_lower$mir_lower_expr +20 MB
      run;typecheck;lexer$lexer_tokenize +40 MB
    `);
    expect(boxes(columns, 0, 100, 100)).toEqual([
      "run 0..100",
      "resolve 0..40",
      "typecheck 40..100",
      "mir_lower$mir_lower_expr 40..60",
      "lexer$lexer_tokenize 60..100",
    ]);
  });

  test("gives a release the width of what was given back", () => {
    const columns = flame(`
      run
      run;mir +30 MB
      run;codegen -10 MB
    `);
    expect(boxes(columns, 0, 40, 40)).toEqual(["run 0..40", "mir 0..30", "codegen 30..40"]);
  });

  test("keeps a release inside of a growing parent", () => {
    const columns = flame(`
      run
      run;typecheck +4 MB
      run;typecheck;grows +10 MB
      run;typecheck;falls -6 MB
    `);
    expect(boxes(columns, 0, 16, 16)).toEqual([
      "run 0..16",
      "typecheck 0..16",
      "grows 0..10",
      "falls 10..16",
    ]);
  });

  test("widens a parent whose children explain more than it grew", () => {
    const columns = flame(`
      run
      run;typecheck +10 MB
      run;typecheck;a +8 MB
      run;typecheck;b +7 MB
      run;mir +5 MB
    `);
    expect(boxes(columns, 0, 20, 20)).toEqual([
      "run 0..20",
      "typecheck 0..15",
      "mir 15..20",
      "a 0..8",
      "b 8..15",
    ]);
  });

  test.each(["run;tc_free +0 MB", "run;bad +9999999 MB absurd"])("draws no box for %s", (line) => {
    const columns = flame(`
      run
      run;typecheck +10 MB
      ${line}
      run;mir +10 MB
    `);
    expect(boxes(columns, 0, 20, 20)).toEqual(["run 0..20", "typecheck 0..10", "mir 10..20"]);
  });

  test("draws a first reading, which has a width and no delta", () => {
    const columns = flame(`
      run
      run;(start) init 1 MB
      run;lex +2 MB
    `);
    expect(boxes(columns, 0, 3, 3)).toEqual(["run 0..3", "init 0..1", "lex 1..3"]);
  });

  test("of a run without any width is empty", () => {
    expect(boxes(flame("run"), 0, 0, 100)).toEqual([]);
  });

  test("shows the visible part only, cut a pixel outside of the window", () => {
    const columns = flame(`
      run
      run;a +10 MB
      run;b +10 MB
      run;c +10 MB
      run;d +10 MB
    `);
    expect(boxes(columns, 15, 25, 10)).toEqual(["run -1..11", "b -1..5", "c 5..11"]);
  });

  test("takes the rows that are asked for", () => {
    const columns = flame(`
      run
      run;a +10 MB
      run;a;f +10 MB
    `);
    const window = { from: 0, to: 10 * MEBIBYTE, widthPx: 10, firstRow: 1, endRow: 2 };
    expect(layoutBoxes(columns, window).row).toEqual([1]);
  });
});

describe("boxes below half a pixel", () => {
  const columns = flame(`
    run
    run;wide +60 MB
    run;a +1 MB
    run;b +1 MB
    run;c +1 MB
    run;broad +36 MB
    run;lone +1 MB
  `);

  test("stand alone while they are wide enough", () => {
    expect(boxes(columns, 0, 100, 50)).toContain("b 30.5..31");
  });

  test("share a box when they are wide enough together, and are left out when not", () => {
    expect(boxes(columns, 0, 100, 40)).toEqual([
      "run 0..40",
      "wide 0..24",
      "3 frames 24..25.2",
      "broad 25.2..39.6",
    ]);
  });

  test("do not hide a wide frame that begins in the same half pixel", () => {
    const mixed = flame(`
      run
      run;narrow +1 MB
      run;wide +99 MB
    `);
    expect(boxes(mixed, 0, 100, 40)).toEqual(["run 0..40", "wide 0.4..40"]);
  });

  test("are told one by one once they are zoomed to", () => {
    expect(boxes(columns, 60, 63, 30)).toEqual(["run -1..31", "a 0..10", "b 10..20", "c 20..30"]);
  });
});

describe("a million frames", () => {
  const { columns, reads } = counted(manyFrames(100_000, 10));
  const whole = 100_000 * MEBIBYTE;

  test.each([
    ["all of them", 0, whole, 11],
    ["half of them", whole / 4, (3 * whole) / 4, 11],
    ["a thousandth", whole / 2, whole / 2 + whole / 1000, 1001],
    ["a single one", whole / 2, whole / 2 + MEBIBYTE, 11],
  ])("in view: %s", (_, from, to, atMost) => {
    const before = reads();
    const boxes = layoutBoxes(columns, { from, to, widthPx: 1000, firstRow: 0, endRow: 99 });
    expect(boxes.frame.length).toBeLessThanOrEqual(atMost);
    // 11 rows of 1,000 px: at most two boxes a pixel, and a search of a few steps for each.
    expect(reads() - before).toBeLessThan(11 * 1000 * 2 * 30);
  });

  test("zoomed in, cost what is in view and no more", () => {
    const before = reads();
    layoutBoxes(columns, {
      from: whole / 2,
      to: whole / 2 + 10 * MEBIBYTE,
      widthPx: 1000,
      firstRow: 0,
      endRow: 99,
    });
    expect(reads() - before).toBeLessThan(11 * 100);
  });
});
