import { expect, test } from "vitest";
import { isMarked, isTooLong, markLength, mayBeNote, mayBeSummary, mayBeTable } from "#core/log/lineLook";
import { HEADER_FIRST_WORDS } from "#core/log/table/columns";
import { bytesOf } from "./listing.ts";

test("a byte order mark has three bytes", () => {
  expect(markLength(bytesOf("\ufeffa"), 0)).toBe(3);
  expect(markLength(bytesOf("abc"), 0)).toBe(0);
});

test("a CR counts for no length", () => {
  const bytes = new Uint8Array(65_538).fill(0x61);
  expect([isTooLong(bytes, 0, 65_536), isTooLong(bytes, 0, 65_537), isTooLong(bytes, 1, 65_537)]).toEqual([
    false,
    true,
    false,
  ]);
  bytes[65_536] = 13;
  expect([isTooLong(bytes, 0, 65_537), isTooLong(bytes, 0, 65_538)]).toEqual([false, true]);
});

test("a mark stands right before the tag", () => {
  const marked = (text: string): boolean => isMarked(bytesOf(text), 0, text.indexOf("["));
  expect(["# [mem]", "#[mem]", "12:01 #  [mem]"].map(marked)).toEqual([true, true, true]);
  expect(["[mem]", " [mem]", "#5 0.5 [mem]"].map(marked)).toEqual([false, false, false]);
});

test("what a note can look like", () => {
  const note = (text: string): boolean => mayBeNote(bytesOf(text), 0, text.length);
  expect(["# a", "...a", "a...", "a... \r"].map(note)).toEqual([true, true, true, true]);
  expect(["", "a", "a.", "a.."].map(note)).toEqual([false, false, false, false]);
});

test("every heading that the table reader knows gets to it", () => {
  for (const word of HEADER_FIRST_WORDS) {
    for (const line of [`${word} | delta MB`, `${word.toUpperCase()}\tdelta MB`, `| ${word} | delta MB |`]) {
      const bytes = bytesOf(line);
      expect([line, mayBeTable(new DataView(bytes.buffer), 0, bytes.length)]).toEqual([line, true]);
    }
  }
  const other = bytesOf("compiling std/iter.qz");
  expect(mayBeTable(new DataView(other.buffer), 0, other.length)).toBe(false);
});

test.each([
  ["typecheck ~5389 MB, peak ~12438 MB", true],
  ["typecheck ~5389 MB, peak ~12438 MB.", true],
  ["Expected: typecheck 5389 MB ← here", true],
  ["- typecheck ~5389 MB, peak ~12438 MB, they say", true],
  ["compiling std/iter.qz", false],
])("%s may be a summary: %s", (line, expected) => {
  const bytes = bytesOf(line);
  expect(mayBeSummary(bytes, 0, bytes.length)).toBe(expected);
});
