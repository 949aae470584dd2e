import { describe, expect, test } from "vitest";
import { type DriftSaid, hoverOf, paragraphs } from "./hoverPage.ts";

const F = "def f(a: Int)\n  a\n  a\nend\n";

/** The hover over the name of `f`, a function of four lines. */
const hover = (log: string, more: object = {}) =>
  paragraphs(hoverOf({ log, files: { "m.qz": F.replace("def f", "def ⟨f") }, ...more }));

const LIMITS = [
  "- That this function is the cause. Long functions come first because they are long; causes show in the figures of compiler code.",
  "- That memory is still in use. macOS keeps freed pages, and one live block can pin 100 MB.",
  "- That a smaller figure means less memory. Under pressure (swap, the macOS compressor) RSS is a lower bound.",
];

test("figure as logged, share, rank, per line, log line, the rest of the phase, and what is not to be concluded", () => {
  expect(hover("[mem] init: 0 MB (0ms)\n[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100) (1ms)")).toEqual([
    "**`m$f`** · compiled function · [Show in the chart] · [Reveal in the tree]",
    "+12 MB: growth while the compiler worked on this function's body, while t.",
    "12 % of the phase · #1 of 1 · 3 MB/line · [log line 2]",
    "Not explained by any printed line: +88 MB (88 %). No printed line explains this part of the phase. Probes print only above a threshold ([mem-fn] above 8 MB, [kind] above 1 MB).",
    "It says nothing of what the function allocates when it runs.",
    "Not to be concluded from it:",
    [
      ...LIMITS,
      "- What the peak was. The log prints none: 100 MB is only the highest reading, and between readings RSS may have been higher.",
    ].join("\n"),
  ]);
});

test("every phase in which it was charged has its own figure", () => {
  const log =
    "[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100)\n[mem-fn] +30 MB: m$f\n[mem] mir: 160 MB (+60)\n[mem-fn] +9 MB: m$f";
  const found = hover(log)?.join("\n");
  expect(found).toContain("+12 MB: growth while the compiler worked on this function's body, while t.");
  expect(found).toContain("50 % of the phase · #1 of 1 · 7.5 MB/line · [log line 3]");
  expect(found).toContain(
    "+9 MB: growth while the compiler worked on this function's body, in an open phase.",
  );
});

test("a step has the rest of the step", () => {
  const log =
    "[mem] init: 0 MB\n[mem-fn] +12 MB: m$f\n[mem] resolve_pass1: 40 MB\n[mem] resolve: 100 MB (+100)";
  expect(hover(log)?.[3]).toMatch(/^Not explained by any printed line: \+28 MB \(70 %\)/);
});

test("several lines of a phase are told together", () => {
  const log = "[mem-fn] +12 MB: m$f\n[mem-fn] +3 MB: m$f\n[mem] t: 100 MB (+100)";
  expect(hover(log)).toContain("On all lines of this function in the phase (2): +15 MB");
});

test("lines that explain too much say so", () => {
  expect(hover("[mem] init: 20 MB\n[mem-fn] +9 MB: m$f\n[mem] t: 22 MB (+2)")?.[3]).toBe(
    "Over-explained: the printed lines go +7 MB above it. They overlap, or memory was given back.",
  );
});

test("a figure that cannot be true is flagged, and has neither rank nor share", () => {
  const found = hover("[mem] init: 1 MB\n[mem-fn] +99999 MB: m$f\n[mem] t: 100 MB (+99)");
  expect(found?.[2]).toMatch(
    /^⚠ Flagged, kept out of scales and sums\. Found a delta of \+99999 MB.* · \[log line 2\]$/,
  );
  expect(found?.join("\n")).not.toMatch(/#\d+ of/);
});

test("a printed peak is told apart from the highest reading", () => {
  expect(hover("[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100)\n[mem] peak: 120 MB")?.at(-1)).toContain(
    "- That more was never needed. The peak, 120 MB, is the one that the log prints.",
  );
});

test("a generated name and an expectation say so", () => {
  expect(hover("[mem-fn] +12 MB: m$f$12\n[mem] t: 100 MB (+100)")).toContain(
    "The name ends in `12`, which the compiler appended.",
  );
  expect(hover("# Expected:\n# [mem-fn] +12 MB: m$f\n# [mem] t: ~100 MB (+100)")).toContain(
    "Written down by an author as what to expect, not measured.",
  );
});

describe("code that has changed", () => {
  const second = (drift: DriftSaid): string | undefined =>
    hover("[mem-fn] +12 MB: m$f\n[mem] t: 100 MB (+100)", { drift })?.[1];

  test.each([
    ["run", "⚠ Changed since the run: the figure is of the code as it was then."],
    ["import", "⚠ Changed since the log was imported: the figure is of the code as it was then, or before."],
  ] as const)("since the %s is told", (since, text) => {
    expect(second({ drift: "changed", since })).toBe(text);
  });

  test.each(["same", "unknown"] as const)("is not told where it is %s", (drift) => {
    expect(second({ drift, since: "run" })).toMatch(/^\+12 MB: growth/);
  });
});

test("logged figures are as in the log, all others as the reader writes them", () => {
  const found = hover("[mem] init: 0 MB\n[mem-fn] +1234 MB: m$f\n[mem] t: 9999 MB (+9999)", { locale: "de" });
  expect(found?.slice(1, 4)).toEqual([
    "+1234 MB: growth while the compiler worked on this function's body, while t.",
    "12,3 % of the phase · #1 of 1 · 310 MB/line · [log line 2]",
    expect.stringMatching(/^Not explained by any printed line: \+8\.765 MB \(87,7 %\)/),
  ]);
});
