import { expect, test } from "vitest";
import { Cursor } from "#core/log/cursor";
import { bytesOf } from "./listing.ts";

function over(text: string): Cursor {
  const cursor = new Cursor();
  const bytes = bytesOf(text);
  cursor.open(bytes, 0, bytes.length);
  return cursor;
}

test.each([
  ["+93  MB", 93, false],
  ["  -5 MB", -5, false],
  ["+-5MB", -5, false],
  ["93 MB", 93, false],
  ["~93 MB", 93, true],
  ["+ ~93 MB", 93, true],
  ["-0 MB", 0, false],
])("%j is an amount", (text, megabytes, approximate) => {
  const cursor = over(text);
  expect(cursor.amount()).toBe(true);
  expect(cursor).toMatchObject({ megabytes, approximate, at: text.length });
});

test.each([
  ["+abc MB", 1],
  ["+5 GB", 3],
  ["+5 M", 4],
  ["+5", 2],
  ["", 0],
  ["--5 MB", 1],
])("%j is none, and the cursor stands where it stops being one", (text, at) => {
  const cursor = over(text);
  expect(cursor.amount()).toBe(false);
  expect(cursor.at).toBe(at);
});

test("blanks at the end are no part of the line", () => {
  const cursor = over(" 12 \r");
  expect(cursor.digits()).toBe(12);
  expect(cursor.at).toBe(cursor.end);
  expect(cursor.digits()).toBe(-1);
});
