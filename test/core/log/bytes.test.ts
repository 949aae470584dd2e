import { expect, test } from "vitest";
import { isBlank, skipBlanks, trimmedEnd } from "#core/log/bytes";
import { bytesOf } from "./listing.ts";

test("blanks are skipped from both sides, and no further than asked", () => {
  const bytes = bytesOf(" \t a b\r ");
  expect(skipBlanks(bytes, 0, bytes.length)).toBe(3);
  expect(skipBlanks(bytes, 0, 2)).toBe(2);
  expect(trimmedEnd(bytes, 0, bytes.length)).toBe(6);
  expect(trimmedEnd(bytes, 0, 2)).toBe(0);
});

test("a line end is no blank, a CR is", () => {
  expect([..." \t\r\na"].map((character) => isBlank(character.charCodeAt(0)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isBlank(undefined)).toBe(false);
});
