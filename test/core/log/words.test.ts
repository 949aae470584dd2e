import { expect, test } from "vitest";
import { endsName, endsScan, HASH_OF_NOTHING, hashOf, hashOn, sameBytes, ViewOf } from "#core/log/words";
import { bytesOf, seeded } from "./listing.ts";

const view = (text: string): DataView => new ViewOf().of(bytesOf(text));

test("a word is told by any of its four bytes", () => {
  const random = seeded(3);
  for (let round = 0; round < 20_000; round++) {
    const bytes = Uint8Array.from({ length: 4 }, () => Math.floor(random() * 256));
    const word = new DataView(bytes.buffer).getInt32(0, true);
    expect(endsScan(word)).toBe(bytes.some((byte) => byte === 0x0a || byte === 0x5b));
    expect(endsName(word)).toBe(bytes.some((byte) => byte <= 0x20 || byte === 0x5b || byte >= 0x80));
  }
});

test("a hash depends on every byte and not on where the bytes lie", () => {
  const hashes = ["", "a", "abcd", "abcde", "abcdf", "bbcde"].map((text) =>
    hashOf(view(text), 0, text.length),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashOf(view("..abcde."), 2, 7)).toBe(hashes[3]);
  expect(hashOn(HASH_OF_NOTHING, 0x61)).toBe(hashes[1]);
});

test("bytes are the same when all of them are", () => {
  expect(sameBytes(view("xabcdef"), 1, view("abcdefy"), 0, 6)).toBe(true);
  expect(sameBytes(view("abcdef"), 0, view("abcdeg"), 0, 6)).toBe(false);
  expect(sameBytes(view("xbcd"), 0, view("abcd"), 0, 4)).toBe(false);
});

test("a view is made once for the same bytes, and again once they are forgotten", () => {
  const views = new ViewOf();
  const bytes = bytesOf("abc").subarray(1);
  const first = views.of(bytes);
  expect(first.byteLength).toBe(2);
  expect(views.of(bytes)).toBe(first);
  views.forget();
  expect(views.of(bytes)).not.toBe(first);
});
