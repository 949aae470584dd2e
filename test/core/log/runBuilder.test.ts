import { expect, test } from "vitest";
import { lines, list } from "./listing.ts";

test("a repeated main phase starts a run, and takes what was pending and its own steps with it", () => {
  expect(
    list(
      lines(`
        [mem] resolve_pass1: 10 MB
        [mem] resolve: 12 MB
        [mem] typecheck: 20 MB
        other
        [mem-fn] +8 MB: before_steps
        [mem] resolve_pass1: 5 MB
        [mem-fn] +9 MB: pending
        [kind 9] +2 MB / 3 stmts
        [mem] strings: 7
        [mem-cp] a
        [mem-fn] +x MB: bad
        [mem] resolve: 6 MB
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    12 lines = 9 records + 1 unknown + 1 problems + 1 other
    measured 0 from 0, max 20
      0 sub resolve_pass1 10
      1 resolve 12
      2 typecheck 20 - of +8
    measured 1 from 4, max 6, other 1
        4 +8 before_steps
      5 sub resolve_pass1 5
        6 +9 pending
        7 kind 9 +2 / 3
      11 resolve 6
      8 strings = 7
      9 1 × [mem-cp] a
      4:0 absurd-delta: Found a delta of +8 MB; expected at most 6 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
      6:0 absurd-delta: Found a delta of +9 MB; expected at most 6 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
      10:10 malformed-line: Found \`x\`; expected a line like \`[mem-fn] +93 MB: name\`.
    "
  `);
});

test("where time falls a run starts; a step of another time stays behind", () => {
  expect(
    list(
      lines(`
        [mem] parse_a: 5 MB (100ms)
        [mem-fn] +9 MB: a
        [mem] parse: 3 MB (+1) (5ms)
        [mem] mir: 4 MB (+1) (5ms)
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    4 lines = 4 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 5
      0 parse_a 5 100ms
    measured 1 from 1, max 4
        1 +9 a
      2 parse 3 +1 of - 5ms
      3 mir 4 +1 5ms
      1:0 absurd-delta: Found a delta of +9 MB; expected at most 4 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
    "
  `);
});

test("what precedes an init stays with the run before, or else goes with the new one", () => {
  expect(
    list(
      lines(`
        [mem-fn] +9 MB: first
        [mem] init: 1 MB (0ms)
        [mem] lex: 3 MB (+2) (1ms)
        [mem-fn] +8 MB: open
        [mem] init: 1 MB (0ms)
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    5 lines = 5 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 3
        0 +9 first
      1 init 1 0ms
      2 lex 3 +2 1ms
        3 +8 open
      0:0 absurd-delta: Found a delta of +9 MB; expected at most 3 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
      3:0 absurd-delta: Found a delta of +8 MB; expected at most 3 MB, the highest reading or peak of the run. A checkpoint variable declared in a branch that did not run gives such values.
    measured 1 from 4, max 1
      4 init 1 0ms
    "
  `);
});

test("a known sub-phase may be repeated, a repeated pass always", () => {
  expect(
    list("[mem] a_b: 1 MB\n[mem] a: 2 MB\n[mem] a_b: 3 MB\n[mem] x_pass1: 3 MB\n[mem] x_pass1: 4 MB\n"),
  ).toMatchInlineSnapshot(`
    "
    5 lines = 5 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 4
      0 sub a_b 1
      1 a 2
      2 a_b 3 - of +1
      3 sub x_pass1 3 - of +0
      4 sub x_pass1 4 - of +1
    "
  `);
});

test("what is told of a run after its last reading stays with it", () => {
  expect(
    list(
      lines(`
        [mem] typecheck: 100 MB (+100) (10ms)
        [mem] codegen: 200 MB (+100) (20ms)
        [mem] peak: 250 MB
        ...153 total functions leaked >8 MB each...
        [mem-callee] phase=codegen fn=cg$emit total=5 calls=1
        [mem-callee] fn=tc$next total=6 calls=1
        [mem-fn] +9 MB: next
        [mem] typecheck: 90 MB (+90) (10ms)
        [mem] peak: 180 MB
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    9 lines = 9 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 200, peak 250
      0 typecheck 100 +100 of - 10ms
      1 codegen 200 +100 20ms
        4 callee (phase codegen, name cg$emit) self NaN total 5 / 1
      3 "...153 total functions leaked >8 MB each..."
    measured 1 from 5, max 90, peak 180
        6 +9 next
        5 callee (name tc$next) self NaN total 6 / 1
      7 typecheck 90 +90 of - 10ms
    "
  `);
});
