import { expect, test } from "vitest";
import { Hash64, hashBytes, hashText } from "#core/base/hash";

test("16 hexadecimal digits, the same on every machine and in every version: files hold them", () => {
  expect([hashText(""), hashText("a"), hashText("def f()"), hashBytes(new Uint8Array([0, 255]))]).toEqual([
    "91d0d930fb8617d8",
    "e7a4053695341252",
    "58fbb4b44b541223",
    "a395ce2ae69ded89",
  ]);
});

test("the parts of a text count as the text", () => {
  const hash = new Hash64();
  hash.text("xab", 1, 3);
  hash.text("c", 0, 1);
  expect(hash.value).toBe(hashText("abc"));
});

test("a hundred thousand texts that differ in little have a hash each, in either half", () => {
  const hashes = Array.from({ length: 100_000 }, (_, at) => hashText(`var a${at % 7} = ${at}`));
  expect(new Set(hashes).size).toBe(hashes.length);
  // By chance about one pair is alike in 32 bits: 100,000² / 2 / 2^32 ≈ 1.2.
  expect(new Set(hashes.map((hash) => hash.slice(0, 8))).size).toBeGreaterThan(hashes.length - 10);
  expect(new Set(hashes.map((hash) => hash.slice(8))).size).toBeGreaterThan(hashes.length - 10);
});

test("each bit of the text moves about half of the bits of the hash", () => {
  let moved = 0;
  for (let bit = 0; bit < 16; bit++) {
    const one = BigInt(`0x${hashText("abcdef")}`);
    const other = BigInt(`0x${hashText(`abc${String.fromCharCode(100 ^ (1 << bit))}ef`)}`);
    moved += (one ^ other).toString(2).replaceAll("0", "").length;
  }
  expect(moved / 16).toBeGreaterThan(26);
  expect(moved / 16).toBeLessThan(38);
});
