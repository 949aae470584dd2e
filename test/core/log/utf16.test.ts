import { expect, test } from "vitest";
import { Utf8Source } from "#core/log/utf16";
import { bytesOf, decode, readChunks, readLog } from "./listing.ts";

const TEXT = "[mem] init: 1 MB (0ms)\r\n[mem-fn] +9 MB: é$😀\r\n[mem] lex: 12 MB (+11)  ← here\r\n";

/** UTF-16 with its mark. */
function utf16(text: string, order: "little" | "big"): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  const bytes = units.flatMap((unit) => [unit & 0xff, unit >> 8]);
  return Uint8Array.from(order === "little" ? bytes : units.flatMap((unit) => [unit >> 8, unit & 0xff]));
}

test.each(["little", "big"] as const)("a log in UTF-16, %s end first, reads as one in UTF-8", (order) => {
  const bytes = utf16(TEXT, order);
  const whole = readLog(TEXT);
  expect(readChunks(bytes)).toEqual(whole);
  for (let at = 0; at <= bytes.length; at++) {
    expect(readChunks(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole);
  }
});

test("halves of surrogate pairs are replaced", () => {
  const source = new Utf8Source();
  expect(decode(source.next(utf16("a\ud83db\ude00c\ud83d😀", "little")))).toBe("a\ufffdb\ufffdc\ufffd😀");
});

test("a first byte that came alone is not lost", () => {
  const source = new Utf8Source();
  expect(source.next(Uint8Array.of(0xff))).toHaveLength(0);
  expect([...source.next(bytesOf("a"))]).toEqual([0xff, 0x61]);
  expect(source.end()).toHaveLength(0);
  const alone = new Utf8Source();
  alone.next(Uint8Array.of(0xfe));
  expect([...alone.end()]).toEqual([0xfe]);
  expect(readChunks(Uint8Array.of(0xff)).tally).toMatchObject({ lines: 1, other: 1 });
});
