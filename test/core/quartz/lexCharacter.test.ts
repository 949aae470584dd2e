import { expect, test } from "vitest";
import { skipCharacter } from "#core/quartz/lexCharacter";

test.each(["'a'", "'\"'", "'#'", "'\\''", "'\\\\'", "'\\n'", "'\\x41'", "'\\u{1F600}'", "'😀'"])(
  "%s is a character",
  (text) => {
    expect(skipCharacter(`${text};`, 0)).toBe(text.length);
  },
);

test.each(["''", "'ab'", "'", "'\n'", "'\\u{zzzzzzzzzzzz}'"])("%j is none", (text) => {
  expect(skipCharacter(text, 0)).toBe(0);
});
