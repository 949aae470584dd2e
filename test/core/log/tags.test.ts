import { expect, test } from "vitest";
import { findTag, isTag, tagAt } from "#core/log/tags";
import { bytesOf } from "./listing.ts";

test.each([
  ["[mem] x", "mem"],
  ["[mem-fn] x", "function"],
  ["[kind 9] x", "kind"],
  ["[kind x]", "kind"],
  ["[kind]", "other"],
  ["[kind\r\n", "other"],
  ["[mem-cp] x", "other"],
  ["[mem-fn", "other"],
  ["[mem", "other"],
  ["[mem_x]", "other"],
])("%j is a tag of ours: %s", (text, tag) => {
  const bytes = bytesOf(text);
  expect(isTag(bytes, 0)).toBe(true);
  expect(tagAt(bytes, 0)).toBe(tag);
});

test.each(["[memory]", "[mem\\]", "[me", "[kinds]", "[", "[info]"])("%j is none", (text) => {
  expect(isTag(bytesOf(text), 0)).toBe(false);
});

test("the first tag is found within its bounds only", () => {
  const bytes = bytesOf("a [b] [mem] [mem]");
  expect(findTag(bytes, 0, bytes.length)).toBe(6);
  expect(findTag(bytes, 7, bytes.length)).toBe(12);
  expect(findTag(bytes, 0, 6)).toBe(-1);
});
