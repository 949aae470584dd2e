import { describe, expect, test } from "vitest";
import { hoverAt } from "#core/view/log/logHover";
import { hoverSource, pageOf, SOURCES, sourcesOf } from "./logPage.ts";

const sources = sourcesOf(SOURCES);

/** The hover at `⟨word`, without escapes and targets of links, paragraph by paragraph. */
function hover(text: string): readonly string[] | undefined {
  const before = text.slice(0, text.indexOf("⟨")).split("\n");
  const page = pageOf(text.replace("⟨", ""));
  const found = hoverAt(hoverSource(page, sources), before.length - 1, before.at(-1)?.length ?? 0);
  return found?.markdown
    .split("\n\n")
    .map((paragraph) => paragraph.replace(/\]\(<[^>]*>\)/g, "]").replace(/\\(.)/g, "$1"));
}

const TYPECHECK = "[mem] typecheck: 5402 MB (+5401) (9871ms)\n";

describe("a function", () => {
  test("figure, meaning, rank and share, declaration", () => {
    const text = `[mem] init: 1 MB (0ms)\n[mem-fn] +136 MB: ⟨handlers$tc_expr_call\n[mem-fn] +9 MB: b\n${TYPECHECK}`;
    expect(hover(text)).toEqual([
      "**`handlers$tc_expr_call`** · compiled function",
      "+136 MB: growth while the compiler worked on this function's body, while typecheck. It says nothing of what the function allocates when it runs.",
      "2.52 % of the phase · #1 of 2",
      "Declared in [`tc_expr_call` (handlers.qz, line 1)]",
    ]);
  });

  test("its declaration is a link", () => {
    const page = pageOf("[mem-fn] +136 MB: compile\n");
    expect(hoverAt(hoverSource(page, sources), 0, 20)?.markdown).toContain(
      "[`compile` (main\\.qz, line 5)](<file:///q/main.qz#L5>)",
    );
  });

  test.each([
    ["same", /^Not placed, since the name fits 2 functions: \[`same` \(twice.qz, line 1\)\], \[`same`/],
    ["qz_bounds_panic", /^Not placed: the code generator emits it/],
    ["gone$nowhere", /^Not placed: no function of this name/],
  ])("%s has no declaration, and says why", (name, why) => {
    expect(hover(`[mem-fn] +9 MB: ⟨${name}\n`)?.at(-1)).toMatch(why);
  });

  test("several lines of a phase are told together, and a generated name says so", () => {
    const text = `[mem-fn] +9 MB: ⟨walk$tc_expr$12\n[mem-fn] +5 MB: walk$tc_expr$12\n${TYPECHECK}`;
    expect(hover(text)?.slice(2)).toEqual([
      "On all lines of this function in the phase (2): +14 MB",
      "0.259 % of the phase · #1 of 1",
      "Declared in [`tc_expr` (walk.qz, line 1)]",
      "The name ends in `12`, which the compiler appended.",
    ]);
  });

  test("in an open phase there is no share", () => {
    expect(hover("[mem-fn] +9 MB: ⟨compile\n")?.slice(1, 3)).toEqual([
      "+9 MB: growth while the compiler worked on this function's body, in an open phase. It says nothing of what the function allocates when it runs.",
      "#1 of 1",
    ]);
  });

  test("a figure that cannot be true is flagged, and says why", () => {
    const text = `[mem] init: 1 MB\n[mem-fn] +99999 MB: ⟨compile\n${TYPECHECK}`;
    expect(hover(text)?.[2]).toMatch(
      /^⚠ Flagged, kept out of scales and sums. Found a delta of \+99999 MB; expected at most 5402 MB/,
    );
  });
});

describe("a node kind", () => {
  test("name, dispatcher, figure, overlap, handler", () => {
    const text = `[mem] init: 1 MB\n⟨[kind 1009] +5764 MB / 69186 stmts\n${TYPECHECK}`;
    expect(hover(text)).toEqual([
      "**`NODE_CALL`** · expression kind 9 in `tc_expr`",
      "+5764 MB over 69,186 nodes, ≈ 85 KB each, while typecheck · 107 % of net (re-entrant, or given back later)",
      "Inclusive: the total contains nested walks, so kinds overlap and are never summed.",
      "Handled by [`tc_expr_call` (handlers.qz, line 1)]",
      "Tested for in [`tc_expr` (walk.qz, line 3)]",
    ]);
  });

  test("without a source, and with a value that cannot be true", () => {
    expect(hover(`⟨[kind 77] +5 MB / 0 stmts\n${TYPECHECK}`)).toEqual([
      "**`NODE_?77`** · statement kind 77 in `tc_stmt`",
      "+5 MB over 0 nodes, ≈ ? each, while typecheck",
      "⚠ Flagged, kept out of scales and sums. Found +5 MB over a count of 0; expected a count above 0.",
      "Inclusive: the total contains nested walks, so kinds overlap and are never summed.",
      "No test for it in the sources of this workspace.",
    ]);
  });
});

describe("a phase", () => {
  test("reading, both growths, time, what is not explained", () => {
    const text = `[mem] init: 1 MB (0ms)\n[mem-fn] +136 MB: a\n[mem] ⟨typecheck: 5402 MB (+5401) (9871ms)\n`;
    expect(hover(text)).toEqual([
      "**`typecheck`** · phase",
      "5402 MB at its end · printed +5401 MB · computed from the readings +5,401 MB",
      "9.87 s since the start of the run",
      "Not explained by any printed line: +5,265 MB (97.5 %)",
    ]);
  });

  test("the state that is counted in front of its reading, and a phase that frees none of it", () => {
    const counts = "[mem] tc Vec entries (sum of sizes): 90277\n[mem] tc *odd*: 3042\n";
    const start = `[mem] init: 1 MB (0ms)\n${counts}`;
    expect(hover(`${start}[mem] ⟨typecheck: 5402 MB (+5401)\n`)?.[2]).toBe(
      [
        "- tracked state ≈ 1.4 MB of 5,401 MB, 0.0255 %: freeing it cannot help",
        "- tracked entries: 90,277, reckoned at 16 bytes each",
        "- counts, no sizes: tc *odd* 3,042",
      ].join("\n"),
    );
    expect(hover(`${start}[mem] typecheck: 5402 MB (+5401)\n[mem] ⟨tc_free: 5402 MB (+0)\n`)?.[2]).toBe(
      [
        "- there was almost nothing to free: tracked state ≈ 1.4 MB of 5,401 MB while typecheck, 0.0255 %",
        "- beside that, macOS keeps freed malloc pages: RSS does not fall there even where memory was freed",
      ].join("\n"),
    );
  });

  test("a step, its remark, an expectation", () => {
    const step = "[mem] init: 1 MB\n[mem] ⟨resolve_pass1: 10 MB, 82 modules\n[mem] resolve: 20 MB (+19)\n";
    expect(hover(step)?.slice(0, 3)).toEqual([
      "**`resolve_pass1`** · step inside a phase, whose growth counts from before the step",
      "10 MB at its end · computed from the readings +9 MB",
      "82 modules",
    ]);
    expect(hover("# Expected:\n# [mem] ⟨mir: ~14400 MB (+7500) ← target\n")?.at(-1)).toBe(
      "Written down by an author as what to expect, not measured.",
    );
  });

  test("over-explained", () => {
    const text = "[mem] init: 20 MB\n[mem-fn] +9 MB: a\n[mem] ⟨lex: 22 MB (+2)\n";
    expect(hover(text)?.at(-1)).toMatch(/^Over-explained: the printed lines go \+7 MB above it/);
  });
});

describe("lines of our own", () => {
  test.each([
    [
      "[mem-fn] fn=⟨compile total=142606336 self=3000 calls=2\n",
      [
        "**`compile`** · compiled function",
        "+136 MB: growth while the compiler worked on this function's body, while typecheck. It says nothing of what the function allocates when it runs.",
        "2.52 % of the phase · #1 of 1",
        "Total +136 MB · self +2.9 KB · calls 2 · while typecheck",
        "Declared in [`compile` (main.qz, line 5)]",
      ],
    ],
    [
      "[mem-kind] phase=mir dispatcher=mir_lower_expr ⟨kind=9 self=-1048576 total=2097152 calls=4\n",
      undefined,
    ],
    [
      "[mem-kind] phase=mir dispatcher=mir_lower_expr kind=⟨9 self=-1048576 total=2097152 calls=4\n",
      [
        "**`NODE_CALL`** · node kind 9 in `mir_lower_expr`",
        "+2 MB over 4 nodes, ≈ 0.5 MB each, while mir",
        "Self -1 MB: the total without what nested probes measured",
        "Inclusive: the total contains nested walks, so kinds overlap and are never summed.",
        "No test for it in the sources of this workspace.",
      ],
    ],
    [
      '[mem-cp] fn=⟨walk$tc_expr index=1 label="arity *check*" total=5000 calls=7\n',
      [
        "**`walk$tc_expr`** · compiler function, part 1: arity *check*",
        "Total +4.9 KB · self not given · calls 7 · while typecheck",
        "Declared in [`tc_expr` (walk.qz, line 1)]",
      ],
    ],
    [
      "[mem-site] at=⟨walk.qz:3 what=lambda calls=7 bytes=5000\n",
      [
        "**`walk.qz:3`** · `lambda` allocates here",
        "Calls 7 · bytes asked for 4.9 KB, which is no RSS · while typecheck",
        "[`walk.qz` (walk.qz, line 3)]",
      ],
    ],
    [
      "[mem-callee] fn=compile caller=⟨walk$tc_expr total=5000 calls=7\n",
      [
        "**`walk$tc_expr`** · calls `compile`, which a probe wraps",
        "Total +4.9 KB · self not given · calls 7 · while typecheck",
        "Declared in [`tc_expr` (walk.qz, line 1)]",
      ],
    ],
    [
      "[mem-event] fn=⟨compile edge=enter rss=1048576 ms=12\n",
      [
        "**`compile`** · entered",
        "1 MB",
        "0.012 s since the start of the run",
        "Declared in [`compile` (main.qz, line 5)]",
      ],
    ],
  ])("%s", (line, expected) => {
    expect(hover(`[mem] init: 1 MB\n${line}${TYPECHECK}`)).toEqual(expected);
  });
});

describe("it is quiet", () => {
  test.each([
    ["on figures", "[mem-fn] +⟨9 MB: compile\n"],
    ["on tags", "⟨[mem-fn] +9 MB: compile\n"],
    ["on counts", "[mem] ⟨tc interner.strings: 3042\n"],
    ["on other programs' lines", "⟨Compiling\n[mem] init: 1 MB\n"],
    ["on lines that cannot be read", "[mem-callee] fn=⟨compile\n"],
    ["behind the end", "[mem] init: 1 MB\n⟨"],
  ])("%s", (_, text) => {
    expect(hover(text)).toBeUndefined();
  });
});

test("what a log says cannot become Markdown", () => {
  const page = pageOf(
    "[mem-fn] +9 MB: `[x](command:evil)`**b**<img>\n[mem] ok: 5 MB, [y](https://evil.test)\n",
  );
  const source = hoverSource(page, sources);
  expect(hoverAt(source, 0, 18)?.markdown).toContain("**`` `[x](command:evil)`**b**<img> ``**");
  expect(hoverAt(source, 1, 7)?.markdown).toContain("\\[y\\]\\(https\\:\\/\\/evil\\.test\\)");
});
