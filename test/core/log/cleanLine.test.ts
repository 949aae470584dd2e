import { expect, test } from "vitest";
import { cleanLine } from "#core/log/cleanLine";
import { bytesOf, decode, readLog } from "./listing.ts";

function clean(text: string): string | undefined {
  const bytes = bytesOf(text);
  const line = cleanLine(bytes, 0, bytes.length);
  return line && decode(line.bytes);
}

test.each([
  ["\u001b[1;32m[mem]\u001b[0m a", "[mem] a"],
  ["\u001b[38;2;255;0;0mred\u001b[m", "red"],
  ["\u001b[?25l\u001b[2Ka", "a"],
  ["\u001b]8;;https://x\u0007link\u001b]8;;\u0007", "link"],
  ["\u001b]0;title\u001b\\a", "a"],
  ["\u001b(Ba\u001b7b", "ab"],
  ["a\u0000b\u0007c\u007f\b", "abc"],
  ["a\u00a0b\u202fc\u2009d", "a b c d"],
  ["mir\u200b_low\u200eer\ufeff\u2060\u202e", "mir_lower"],
  ["(\u22125)", "(-5)"],
  ["cut \u001b[38;2", "cut "],
  ["cut \u001b]0;title", "cut "],
  ["cut \u001b", "cut "],
])("%j", (text, expected) => {
  expect(clean(text)).toBe(expected);
});

test.each(["[mem-fn] +9 MB: a", "\ta\r", "é ← ≈ 😀 \u2026"])("%j has nothing to clean", (text) => {
  expect(clean(text) ?? text).toBe(text);
});

test("each byte knows where it was, and so does the end", () => {
  const bytes = bytesOf("xx\u001b[1ma\u00a0b");
  const line = cleanLine(bytes, 2, bytes.length);
  expect(line && decode(line.bytes)).toBe("a b");
  expect([...(line?.origins ?? [])].slice(0, 4)).toEqual([6, 7, 9, 10]);
});

test("a coloured log reads as a plain one, with places in the text as it stands there", () => {
  const plain =
    "[mem] init: 1 MB (0ms)\n[mem-fn] +9x MB: a\n[mem-fn] +93 MB: tc$a\n[mem] lex: 99 MB (+98) (1ms)\n";
  const coloured = plain
    .replaceAll("[mem]", "[\u001b[36mmem\u001b[0m]")
    .replaceAll("[mem-fn]", "\u001b[36m[mem-fn]\u001b[0m")
    .replaceAll("tc$a", "\u001b[1mtc$a\u001b[0m");
  const [one] = readLog(plain).runs;
  const [other] = readLog(coloured).runs;
  expect(other?.phases).toEqual(one?.phases);
  expect(other?.functions).toEqual(one?.functions);
  expect(one?.problems[0]?.column).toBe(11);
  expect(other?.problems[0]?.column).toBe(20);
});

test("what a writer left in a file that was emptied under it does not hide the first line", () => {
  const log = readLog(`${"\u0000".repeat(5000)}[mem] init: 1 MB (0ms)\n[mem]\u0000 lex: 3 MB\n`);
  expect(log.runs[0]?.phases.map(({ name }) => name)).toEqual(["init", "lex"]);
});

test("a pasted row with hard blanks and colours reads as a plain one, and tells places as they were", () => {
  const table = (row: string) => readLog(`| function | delta MB |\n|---|---|\n${row}\n`).runs[0];
  expect(table("|\u00a0mir$a\u00a0| \u001b[1m+9\u001b[0m |")?.functions).toEqual(
    table("| mir$a | +9 |")?.functions,
  );
  const bad = "|\u00a0mir$a\u00a0| \u001b[1m+9x\u001b[0m |";
  expect(table(bad)?.problems[0]?.column).toBe(bad.indexOf("+9x"));
  expect(readLog("\u0000\u0000typecheck ~5389 MB, peak ~12438 MB\n").runs[0]?.peakBytes).toBe(
    12_438 * 1_048_576,
  );
});
