import { expect, test } from "vitest";
import { TaggedLine } from "#core/log/taggedLine";
import { bytesOf, decode } from "./listing.ts";

const TEXT = "é [mem-fn] +x MB: a  ";
const bytes = bytesOf(TEXT);
const line = new TaggedLine(decode, bytes, { line: 7, from: 0, tag: 3, end: bytes.length }, true);

test("places in bytes become text and columns", () => {
  expect(line.body(0)).toBe("[mem-fn] +x MB: a");
  expect(line.body(8)).toBe(" +x MB: a");
  expect(line.columnOf(2, 8)).toBe(TEXT.indexOf("x"));
  expect([line.line, line.marked]).toEqual([7, true]);
});

test("faults tell what stands at their place", () => {
  const spot = bytes.indexOf("x".charCodeAt(0));
  expect(line.unreadable(spot, "problem.malformedFunction")).toMatchObject({
    at: TEXT.indexOf("x"),
    code: "malformed-line",
  });
  expect(line.unreadable(spot, "problem.malformedFunction").message).toContain("Found `x`");
  expect(line.unsafe(spot)).toMatchObject({ at: TEXT.indexOf("x"), code: "unsafe-integer" });
  expect(line.cutOff()).toMatchObject({ at: 2, code: "cut-line" });
  expect(line.tooLong(5).message).toContain("more than 5 bytes");
});
