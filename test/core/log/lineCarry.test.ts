import { expect, test } from "vitest";
import { LineCarry, MAX_LINE_BYTES } from "#core/log/lineCarry";
import { bytesOf, decode } from "./listing.ts";

test("parts come out as one line with its end, and leave nothing behind", () => {
  const carry = new LineCarry();
  expect(carry.isEmpty).toBe(true);
  carry.append(bytesOf("ab"));
  carry.append(bytesOf(""));
  carry.append(bytesOf("c".repeat(1000)));
  expect(carry.isEmpty).toBe(false);
  expect(decode(carry.take())).toBe(`ab${"c".repeat(1000)}\n`);
  expect(carry.isEmpty).toBe(true);
  carry.append(bytesOf("d"));
  expect(decode(carry.take())).toBe("d\n");
});

test("of a line that is too long no more is kept than shows that it is", () => {
  const carry = new LineCarry();
  for (let part = 0; part < 100; part++) {
    carry.append(new Uint8Array(10_000).fill(0x61));
  }
  const kept = carry.take();
  expect(kept.length).toBeGreaterThan(MAX_LINE_BYTES + 1);
  expect(kept.length).toBeLessThan(MAX_LINE_BYTES + 10);
  expect(kept.at(-1)).toBe(10);
});
