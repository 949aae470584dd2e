import { expect, test } from "vitest";
import { NO_TAG, NOT_READ, scanLines } from "#core/log/lineScanner";
import { bytesOf, decode } from "./listing.ts";

function scan(text: string, from = 0): { readonly lines: readonly string[]; readonly rest: string } {
  const bytes = bytesOf(text);
  const lines: string[] = [];
  const rest = scanLines(bytes, from, {
    frequentLine: (_, start) => (bytes[start + 1] === 0x21 ? bytes.indexOf(10, start) + 1 : NOT_READ),
    line: (_, start, end, tag) => {
      const place = (at: number): string => (at === NO_TAG ? "none" : String(at - start));
      lines.push(`${decode(bytes.subarray(start, end))}|${place(tag)}`);
    },
  });
  return { lines, rest: decode(bytes.subarray(rest)) };
}

test("lines come with their tags, the unfinished rest does not", () => {
  expect(scan("one\n\n[mem] a\nx [i] [kind 9] [mem] [mem]\n[\u001b[1mmem]\n[mem] rest")).toEqual({
    lines: ["one|none", "|none", "[mem] a|0", "x [i] [kind 9] [mem] [mem]|6", "[\u001b[1mmem]|0"],
    rest: "[mem] rest",
  });
});

test("frequent lines are offered first, and only at the start of a line", () => {
  expect(scan("[! one\nx [! two\n[! three\nfour\n").lines.map((line) => line.split("|")[0])).toEqual([
    "x [! two",
    "four",
  ]);
});

test("scanning begins where asked", () => {
  expect(scan("abc\ndef\n", 4).lines).toHaveLength(1);
});
