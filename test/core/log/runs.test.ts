import { expect, test } from "vitest";
import { lines, list, readLog } from "./listing.ts";

test("expectations interrupt no run, and each block is a run of its own", () => {
  expect(
    list(
      lines(`
        [mem] parse: 42 MB (13ms)
        # Expected (post-cache):
        #   [mem] typecheck: ~900 MB (+858)
        #
        #   [mem-fn] +9 MB: expected_fn
        # a comment

        #   [mem] mir: ~1000 MB
        [mem-fn] +8 MB: measured_fn
        #   [mem] typecheck: ~800 MB
        text
        [mem] mir: ~1000 MB
        [mem] typecheck: 1000 MB (+958) (50ms)
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    13 lines = 9 records + 0 unknown + 0 problems + 4 other
    measured 0 from 0, max 1000, other 1
      0 parse 42 13ms
        8 +8 measured_fn
      12 typecheck 1000 +958 50ms
    expectation 1 from 1, max 1000, other 3
      2 typecheck ~900 +858 of -
        4 +9 expected_fn
      7 mir ~1000 - of +100
      1 "# Expected (post-cache):"
    expectation 2 from 9, max 800
      9 typecheck ~800
    expectation 3 from 11, max 1000
      11 mir ~1000
    "
  `);
});

test("a second header begins a second block", () => {
  expect(
    list("# Expected before\n# [mem] a: ~5 MB\n# Expected after\n# [mem] b: ~4 MB\n"),
  ).toMatchInlineSnapshot(`
    "
    4 lines = 4 records + 0 unknown + 0 problems + 0 other
    expectation 0 from 0, max 5
      1 a ~5
      0 "# Expected before"
    expectation 1 from 2, max 4
      3 b ~4
      2 "# Expected after"
    "
  `);
});

test("a task's number before the tag makes no expectation", () => {
  expect(readLog("#5 0.5 [mem] init: 1 MB\n").runs.map(({ kind }) => kind)).toEqual(["measured"]);
});

test("a comment with a tag that no rule reads makes no block", () => {
  expect(list("[mem] init: 1 MB\n# [mem] see below\n[mem] lex: 2 MB\n")).toMatchInlineSnapshot(`
    "
    3 lines = 2 records + 1 unknown + 0 problems + 0 other
    measured 0 from 0, max 2
      0 init 1
      2 lex 2 - of +1
      1 1 × [mem] see below
    "
  `);
});

test("lines around expectations are counted with them where nothing was measured", () => {
  expect(list("here is what I expect\n# Expected:\n# [mem] a: ~5 MB\nbye\n")).toMatchInlineSnapshot(`
    "
    4 lines = 2 records + 0 unknown + 0 problems + 2 other
    expectation 0 from 1, max 5, other 2
      2 a ~5
      1 "# Expected:"
    "
  `);
});

test("unknown lines and problems make a run without phases, other lines make none", () => {
  expect(list("[mem-cp] a\n[mem-fn] x\n\n")).toMatchInlineSnapshot(`
    "
    3 lines = 0 records + 2 unknown + 0 problems + 1 other
    measured 0 from 0, max -, other 1
      0 1 × [mem-cp] a
      1 1 × [mem-fn] x
    "
  `);
  expect(readLog("a\nb\n")).toEqual({
    runs: [],
    tally: { lines: 2, records: 0, unknown: 0, problems: 0, other: 2 },
  });
});
