import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { readSummary } from "#core/log/summaryLine";

/** `headed: typecheck ~5389@35, peak ~12438@52` */
function shown(text: string): string | undefined {
  const summary = readSummary(text);
  const items = summary?.items.map(
    ({ name, bytes, approximate, at }) => `${name} ${approximate ? "~" : ""}${bytes / MEBIBYTE}@${at}`,
  );
  return items && `${summary?.headed ? "headed: " : ""}${items.join(", ")}`;
}

test.each([
  [
    "# Expected (post-cache): typecheck ~5389 MB, peak ~12438 MB",
    "headed: typecheck ~5389@35, peak ~12438@50",
  ],
  ["Expected: resolve ~375 MB, typecheck ~6900 MB", "headed: resolve ~375@18, typecheck ~6900@37"],
  ["expected: mir 14,400 MB; egraph ~0.5 GB.", "headed: mir 14400@14, egraph ~512@32"],
  ["typecheck ~5389 MB, peak ~12438 MB", "typecheck ~5389@10, peak ~12438@25"],
  ["- typecheck: ~5389 MB ← the target, +5 MB", "typecheck ~5389@13"],
  ["// resolve_pass1~375 MB;Peak : ≈ 12.5 GB", "resolve_pass1 ~375@16, Peak ~12800@31"],
  ["> * egraph ~5,389 MB, mir   ~1 MB", "egraph ~5389@11, mir ~1@28"],
  ["typecheck ~99999999999999 MB", "typecheck ~NaN@10"],
])("%j", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  ["nothing", ""],
  ["a heading only", "# Expected (post Phase 3c, 1985 functions):"],
  ["a heading of words", "# Expected: less than before"],
  ["no known name", "Expected: under ~8 GB"],
  ["no known name, bare", "egraph ~300 MB"],
  ["no tilde, bare", "typecheck 5389 MB, peak ~12438 MB"],
  ["about, bare", "typecheck about 5389 MB"],
  ["no unit", "Expected: typecheck ~5389"],
  ["a sign", "Expected: typecheck +5389 MB"],
  ["a rate", "Expected: typecheck ~87 KB/call"],
  ["words behind", "typecheck ~5389 MB, peak ~12438 MB as before"],
  ["a bracket behind", "typecheck ~5389 MB (+5)"],
  ["words before", "In the end typecheck ~5389 MB"],
  ["an empty item", "typecheck ~5389 MB,, peak ~12438 MB"],
  ["a name of two words", "type check ~5389 MB"],
  ["nothing behind the name", "typecheck ~"],
  ["too many items", "peak ~1 MB, ".repeat(70)],
])("%s is no summary", (_, text) => {
  expect(readSummary(text)).toBeUndefined();
});

test("a hostile line costs no more than its length", () => {
  const parts = [
    "#",
    " ",
    "a",
    "a ",
    "a:",
    "~",
    "1",
    "1,",
    ",",
    ";",
    "peak ~1 MB,",
    "expected",
    "(",
    "←",
    ".",
  ];
  const heads = ["", "expected:", "expected ", "peak ~", "peak", "peak ~1 MB, "];
  const start = performance.now();
  for (const head of heads) {
    for (const part of parts) {
      readSummary(head + part.repeat(64_000 / part.length));
      readSummary(`${head + part.repeat(64_000 / part.length)} MB`);
    }
  }
  expect(performance.now() - start).toBeLessThan(3000);
});
