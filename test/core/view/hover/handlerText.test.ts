import { describe, expect, test } from "vitest";
import { hoverOf, paragraphs } from "./hoverPage.ts";

const WALK =
  "def tc_expr(node: Int)\n  kind = ast_get_kind(node)\n  if kind == NODE_CALL\n    return handlers::tc_expr_call(node)\n  end\nend\n";
const HANDLERS = "def tc_expr_call(node: Int)\n  return node\nend\n";
const LOG =
  "[mem] init: 1 MB\n[kind 1009] +5764 MB / 69186 stmts\n[kind 1010] +11 MB / 184 stmts\n[mem] typecheck: 5402 MB (+5401)\n";

const onHandler = (log: string, more: object = {}) =>
  paragraphs(
    hoverOf({
      log,
      files: { "walk.qz": WALK, "handlers.qz": HANDLERS.replace("tc_expr_call", "⟨tc_expr_call") },
      ...more,
    }),
  );

test("total, count, average, overlap, what is not told, handler and branch, and what is not to be concluded", () => {
  expect(onHandler(LOG)).toEqual([
    "**`NODE_CALL`** · expression kind 9 in `tc_expr` · [Show in the chart] · [Reveal in the tree]",
    "+5764 MB over 69,186 nodes, ≈ 85 KB each, while typecheck · 107 % of net (re-entrant, or given back later) · [log line 2]",
    "Inclusive: the total contains nested walks, so kinds overlap and are never summed.",
    "All kinds in `tc_expr`, while typecheck: Σ 5,775 MB / net 5,401 MB = 1.1×: nested walks are counted again",
    "How much of the phase no line explains cannot be told: kinds overlap, and no line on a function is printed.",
    "Handled by [`tc_expr_call` (handlers.qz, line 1)]",
    "Tested for in [`tc_expr` (walk.qz, line 3)]",
    "Not to be concluded from it:",
    [
      "- What one node costs. RSS grows in jumps, so a single call shows 0 or a jump, and the average is an estimate.",
      "- That memory is still in use. macOS keeps freed pages, and one live block can pin 100 MB.",
      "- That a smaller figure means less memory. Under pressure (swap, the macOS compressor) RSS is a lower bound.",
      "- What the peak was. The log prints none: 5402 MB is only the highest reading, and between readings RSS may have been higher.",
    ].join("\n"),
  ]);
});

test("a single kind overlaps with no other", () => {
  const log = "[mem] init: 1 MB\n[kind 1009] +64 MB / 69 stmts\n[mem] typecheck: 5402 MB (+5401)\n";
  expect(onHandler(log)?.join("\n")).not.toContain("All kinds in");
});

test("kinds of another dispatcher are another sum", () => {
  const log = LOG.replace("[kind 1010]", "[kind 32] +14041 MB / 13132 stmts\n[kind 1010]");
  expect(onHandler(log)?.[3]).toContain("All kinds in `tc_expr`, while typecheck: Σ 5,775 MB");
});

test("where functions are printed too, the phase's rest is known", () => {
  const found = onHandler(LOG.replace("[kind 1010]", "[mem-fn] +400 MB: other\n[kind 1010]"));
  expect(found?.join("\n")).toContain("Not explained by any printed line: +5,001 MB (92.6 %)");
});

test("self is told where a probe gives it, and that a line is the largest of several", () => {
  const log =
    "[mem] init: 1 MB\n[mem-kind] dispatcher=tc_expr kind=9 self=1048576 total=2097152 calls=4\n[mem] typecheck: 5402 MB (+5401)\n";
  expect(onHandler(log)?.slice(1, 3)).toEqual([
    "+2 MB over 4 nodes, ≈ 0.5 MB each, while typecheck · 0.037 % of net · [log line 2]",
    "Self +1 MB: the total without what nested probes measured",
  ]);
});

test("a figure that cannot be true is flagged", () => {
  const found = onHandler(
    "[mem] init: 1 MB\n[kind 1009] +5764 MB / 0 stmts\n[mem] typecheck: 5402 MB (+5401)\n",
  );
  expect(found?.[2]).toMatch(/^⚠ Flagged, kept out of scales and sums\./);
});

test("changed code is told", () => {
  expect(onHandler(LOG, { drift: { drift: "changed", since: "run" } })?.[1]).toMatch(
    /^⚠ Changed since the run:/,
  );
});

describe("a dispatch branch", () => {
  test.each(["  ⟨if kind == NODE_CALL", "  if kind == NODE⟨_CALL", "  if kind == NODE_CALL⟨"])(
    "%s",
    (line) => {
      const found = hoverOf({
        log: LOG,
        files: { "walk.qz": WALK.replace("  if kind == NODE_CALL", line), "handlers.qz": HANDLERS },
      });
      expect(found?.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 22 } });
      expect(paragraphs(found)?.[0]).toMatch(/^\*\*`NODE_CALL`\*\* · expression kind 9 in `tc_expr`/);
    },
  );
});
