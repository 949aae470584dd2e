import { describe, expect, test } from "vitest";
import { profileTree } from "#core/model/profileTree";
import { modelOf, treeText } from "../../support/model.ts";

const tree = (log: string): string => treeText(profileTree(modelOf(log), "run"));

test("functions and the remainder add up to their phase", () => {
  expect(
    tree(`
      [mem] init: 1 MB current (0ms)
      [mem-fn] +60 MB: b$g
      [mem-fn] +136 MB: a$f
      [mem] typecheck: 301 MB (+300) (10ms)
    `),
  ).toMatchInlineSnapshot(`
    "run run +301 MB [301]
      start init ? [1]
      phase typecheck +300 MB [300]
        function a$f +136 MB [136]
        function b$g +60 MB [60]
        remainder  +104 MB [104]"
  `);
});

test("sub-phases lie inside their phase, each measured from the reading before it", () => {
  expect(
    tree(`
      [mem] parse: 42 MB (+42) (13ms)
      [mem] resolve_pass1: 10462 MB, 82 modules
      [mem] resolve_pass2: 10495 MB
      [mem] resolve: 10498 MB (+10456) (2608ms)
    `),
  ).toMatchInlineSnapshot(`
    "run run +10498 MB [10498]
      phase parse +42 MB [42]
        remainder  +42 MB [42]
      phase resolve +10456 MB [10456]
        subPhase resolve_pass1 +10420 MB [10420]
          remainder  +10420 MB [10420]
        subPhase resolve_pass2 +33 MB [33]
          remainder  +33 MB [33]
        remainder  +3 MB [3]"
  `);
});

describe("signed deltas never become negative widths", () => {
  test("a phase that released memory is as wide as what it released", () => {
    expect(
      tree(`
        [mem] mir: 14400 MB (+14400) (10ms)
        [mem] codegen: 12500 MB (-1900) (20ms)
      `),
    ).toMatchInlineSnapshot(`
      "run run +12500 MB [16300]
        phase mir +14400 MB [14400]
          remainder  +14400 MB [14400]
        phase codegen -1900 MB [1900]
          remainder  -1900 MB [1900]"
    `);
  });

  test("a release below a growing parent widens the parent, and the sums still hold", () => {
    expect(
      tree(`
        [mem] a: 100 MB (+100) (1ms)
        [mem-fn] +50 MB: m$grew
        [mem-fn] -20 MB: m$gave_back
        [mem] b: 140 MB (+40) (2ms)
      `),
    ).toMatchInlineSnapshot(`
      "run run +140 MB [180]
        phase a +100 MB [100]
          remainder  +100 MB [100]
        phase b +40 MB [80]
          function m$grew +50 MB [50]
          function m$gave_back -20 MB [20]
          remainder  +10 MB [10]"
    `);
  });

  test("children above their parent read as over-explained, without a negative box", () => {
    expect(
      tree(`
        [mem] a: 100 MB (+100) (1ms)
        [mem-fn] +50 MB: m$f
        [mem] b: 130 MB (+30) (2ms)
      `),
    ).toMatchInlineSnapshot(`
      "run run +130 MB [150]
        phase a +100 MB [100]
          remainder  +100 MB [100]
        phase b +30 MB [50] over by 20
          function m$f +50 MB [50]"
    `);
  });
});

test("growth that no phase claims is a gap of its own", () => {
  expect(
    tree(`
      [mem] a: 100 MB (+100) (1ms)
      [mem] b: 160 MB (+30) (2ms)
    `),
  ).toMatchInlineSnapshot(`
    "run run +160 MB [160]
      phase a +100 MB [100]
        remainder  +100 MB [100]
      gap b +30 MB [30]
      phase b +30 MB [30]
        remainder  +30 MB [30]"
  `);
});

test("an absurd value is kept, has no width and is in no sum", () => {
  expect(
    tree(`
      [mem-fn] +99999999 MB: m$garbage
      [mem-fn] +10 MB: m$f
      [mem] a: 100 MB (+100) (1ms)
    `),
  ).toMatchInlineSnapshot(`
    "run run +100 MB [100]
      phase a +100 MB [100]
        function m$f +10 MB [10]
        function m$garbage +99999999 MB [0] ⚠
        remainder  +90 MB [90]"
  `);
});

test("lines after the last reading stay in an open phase", () => {
  expect(
    tree(`
      [mem] a: 100 MB (+100) (1ms)
      [mem-fn] +10 MB: m$f
    `),
  ).toMatchInlineSnapshot(`
    "run run +100 MB [110]
      phase a +100 MB [100]
        remainder  +100 MB [100]
      open  ? [10]
        function m$f +10 MB [10]"
  `);
});
