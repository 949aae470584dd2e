// The chart's small pure parts, one table each.
import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { hueOf, SHADES, shadeScale } from "../../media/src/boxStyle.ts";
import { flameRunOf } from "../../media/src/flameRun.ts";
import { findKey, keyOf, parseFrameKey } from "../../media/src/frameKey.ts";
import { childrenOf, rowOf } from "../../media/src/frames.ts";
import { type KeyCommand, keyCommand } from "../../media/src/keyboard.ts";
import { fitLabel } from "../../media/src/label.ts";
import { parsePageState } from "../../media/src/pageState.ts";
import { parseToPage } from "../../media/src/parseToPage.ts";
import { gallop, lowerBound } from "../../media/src/search.ts";
import { clampRange, rangeToReveal } from "../../media/src/visibleRange.ts";
import { flame, idOf, showOf } from "../support/flame.ts";

const COLUMNS = flame(`
  run
  run;resolve +900 MB
  run;resolve;a +900 MB
  run;typecheck +99 MB
  run;typecheck;b +90 MB
  run;typecheck;c +9 MB
  run;tc_free +0 MB
  run;codegen -1 MB
`);

describe("frames", () => {
  test("children are found by search, row by row", () => {
    const names = ({ first, end }: { first: number; end: number }): readonly (string | undefined)[] =>
      [...COLUMNS.name.slice(first, end)].map((name) => COLUMNS.strings[name]);
    expect(names(childrenOf(COLUMNS, idOf(COLUMNS, "typecheck")))).toEqual(["b", "c"]);
    expect(names(childrenOf(COLUMNS, idOf(COLUMNS, "codegen")))).toEqual([]);
    expect([0, 1, 4, 5].map((frame) => rowOf(COLUMNS, frame))).toEqual([0, 1, 1, 2]);
  });

  test("galloping finds what searching finds", () => {
    const values = [1, 1, 2, 3, 5, 8, 8, 8, 13];
    for (let wanted = 0; wanted < 15; wanted++) {
      for (let from = 0; from <= values.length; from++) {
        const expected = lowerBound(values, wanted, from, values.length);
        expect(gallop(values, wanted, from, values.length)).toBe(expected);
      }
    }
  });
});

describe("labels", () => {
  test.each([
    [40, "+136 MB mir_lower$mir_lower_expr"],
    [20, "+136 MB mir_lower$m…"],
    [11, "+136 MB"],
    [7, "+136 MB"],
    [6, ""],
  ])("in %i letters", (letters, label) => {
    expect(fitLabel("+136 MB", "mir_lower$mir_lower_expr", letters)).toBe(label);
  });

  test("without a delta are the name alone", () => {
    expect([fitLabel("", "init", 4), fitLabel("", "initialise", 5), fitLabel("", "init", 3)]).toEqual([
      "init",
      "init…",
      "",
    ]);
  });
});

describe("looks", () => {
  test.each([
    ["run;f +1 MB", "phase"],
    ["run;f -1 MB", "release"],
    ["run;(gap) f +1 MB", "remainder"],
    ["run;(gap) f -1 MB", "release"],
    ["run;(start) f 1 MB", "start"],
    ["run;(open) f", "unknown"],
    ["run;(function) f +0 MB", "growth"],
    ["run;(function) f", "unknown"],
  ])("%s is %s", (line, hue) => {
    expect(hueOf(flame(`run\n${line}`), 1)).toBe(hue);
  });

  test("shade by the logarithm of the size, whatever the sign", () => {
    const shade = shadeScale(10_000 * MEBIBYTE);
    const shades = [0, 1, 200, -200, 10_000, 1e9].map((mb) => shade(mb * MEBIBYTE));
    expect(shades).toEqual([0, 0, 3, 3, SHADES - 1, SHADES - 1]);
    expect([shade(Number.NaN), shadeScale(0)(0)]).toEqual([0, 0]);
  });
});

describe("keys", () => {
  const at = (name: string, key: string): KeyCommand | undefined =>
    keyCommand(COLUMNS, idOf(COLUMNS, name), key);
  const select = (name: string): KeyCommand => ({ type: "select", frame: idOf(COLUMNS, name) });

  test.each([
    ["typecheck", "ArrowUp", "run"],
    ["run", "ArrowUp", "run"],
    ["typecheck", "ArrowDown", "b"],
    ["codegen", "ArrowDown", "codegen"],
    ["typecheck", "ArrowRight", "tc_free"],
    ["codegen", "ArrowRight", "codegen"],
    ["b", "ArrowLeft", "b"],
    ["tc_free", "Home", "resolve"],
    ["tc_free", "End", "codegen"],
  ])("from %s, %s leads to %s", (from, key, to) => {
    expect(at(from, key)).toEqual(select(to));
  });

  test("the first arrow selects the root, other keys are left alone", () => {
    expect(keyCommand(COLUMNS, undefined, "ArrowLeft")).toEqual(select("run"));
    expect(keyCommand(COLUMNS, undefined, "Tab")).toBeUndefined();
    expect(keyCommand(COLUMNS, undefined, "Enter")).toEqual({ type: "open" });
  });
});

describe("visible range", () => {
  const mb = (from: number, to: number) => ({ from: from * MEBIBYTE, to: to * MEBIBYTE });
  const all = mb(0, 1000);
  const reveal = (name: string, from: number, to: number) =>
    rangeToReveal(COLUMNS, idOf(COLUMNS, name), mb(from, to), 1000);

  test("stays when the frame is well in sight", () => {
    expect(reveal("b", 850, 1000)).toEqual(mb(850, 1000));
  });

  test("zooms out to the run when the frame is elsewhere", () => {
    expect(reveal("b", 0, 100)).toEqual(all);
  });

  test("zooms in to the nearest surroundings in which a narrow frame can be seen", () => {
    expect(reveal("c", 0, 1000)).toEqual(mb(900, 999));
    expect(reveal("codegen", 0, 1000)).toEqual(mb(999, 1000));
  });

  test("goes where a frame without width stands", () => {
    expect(reveal("tc_free", 0, 100)).toEqual(all);
  });

  test("is kept inside of the run, and no smaller than a page of memory", () => {
    expect(clampRange(mb(-5, 5), all)).toEqual(mb(0, 10));
    expect(clampRange(mb(995, 1005), all)).toEqual(mb(990, 1000));
    expect(clampRange({ from: 0, to: 1 }, all)).toEqual({ from: 0, to: 4096 });
  });
});

describe("memory of the page", () => {
  const kind = { name: "NODE_CALL", dispatcher: "tc_expr", phase: null, frame: 8 };
  const row = { ...kind, totalBytes: 0, count: 0, hasSource: false, absurd: false };
  const run = flameRunOf(showOf(COLUMNS, { overlapping: [row] }));

  test("finds a frame again after the ids have changed", () => {
    const longer = flameRunOf(
      showOf(
        flame(`
          run
          run;(start) init 1 MB
          run;resolve +900 MB
          run;typecheck +99 MB
          run;typecheck;c +9 MB
        `),
      ),
    );
    const key = keyOf(run, idOf(COLUMNS, "c"));
    expect(findKey(longer, key)).toBe(idOf(longer.columns, "c"));
    expect(findKey(longer, keyOf(run, idOf(COLUMNS, "b")))).toBeUndefined();
  });

  test("finds an overlapping row again", () => {
    const key = keyOf(run, 8);
    expect(findKey(flameRunOf(showOf(COLUMNS, { overlapping: [{ ...row, frame: 99 }] })), key)).toBe(99);
  });

  test("survives being saved", () => {
    for (const frame of [0, 4, 8]) {
      expect(parseFrameKey(JSON.parse(JSON.stringify(keyOf(run, frame))))).toEqual(keyOf(run, frame));
    }
    const state = { title: "a.log", range: { from: 1, to: 2 }, selected: keyOf(run, 4) };
    expect(parsePageState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test.each([undefined, null, 1, "x", {}, { title: 1 }])("is not confused by %j", (saved) => {
    expect(parsePageState(saved)).toBeUndefined();
  });

  test("drops what it does not understand", () => {
    const odd = { title: "a.log", range: { from: 2, to: 1 }, selected: { path: [1] } };
    expect(parsePageState(odd)).toEqual({ title: "a.log", range: undefined, selected: undefined });
  });
});

describe("messages to the page", () => {
  const show = showOf(COLUMNS);

  test("are taken when they are sound", () => {
    const select = { type: "select", generation: 1, frame: 0 };
    const empty = { type: "empty", text: "nothing" };
    expect([show, select, empty].map(parseToPage)).toEqual([show, select, empty]);
  });

  test.each([
    null,
    "show",
    { type: "other" },
    { type: "select", frame: 1 },
    { type: "empty" },
    { ...show, block: "AAAA" },
    { ...show, strings: [1] },
    { ...show, overlapping: [{}] },
  ])("are dropped when not: %#", (message) => {
    expect(parseToPage(message)).toBeUndefined();
  });
});
