import { expect, test } from "vitest";
import { cleanLine } from "#core/log/cleanLine";
import { Entry } from "#core/log/entry";
import { TaggedLine } from "#core/log/taggedLine";
import { bytesOf, decode } from "./listing.ts";

const TEXT = "é [mem-fn] +x MB: a  ";
const bytes = bytesOf(TEXT);
const entry = new Entry();
entry.open({ bytes, from: 0, end: bytes.length, origin: undefined }, 3, bytes.length, "none", true);
const line = new TaggedLine(decode, 7, entry);

test("columns of a cleaned line are those of the line as it was", () => {
  const coloured = bytesOf("é \u001b[1m[mem-fn]\u001b[0m +x MB: a");
  const clean = cleanLine(coloured, 0, coloured.length);
  const cleaned = new Entry();
  const origin = clean && { line: clean, bytes: coloured, from: 0 };
  const text = clean?.bytes ?? coloured;
  cleaned.open({ bytes: text, from: 0, end: text.length, origin }, 3, text.length, "none", false);
  const tagged = new TaggedLine(decode, 0, cleaned);
  expect(tagged.body(8)).toBe(" +x MB: a");
  expect(tagged.columnOf(2, 8)).toBe(decode(coloured).indexOf("x MB"));
});

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
