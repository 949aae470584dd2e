import { expect, test } from "vitest";
import { wordKind } from "#core/quartz/keywords";
import { TOKEN } from "#core/quartz/tokens";

test.each([
  ["def", TOKEN.def],
  ["while", TOKEN.while],
  ["continue", TOKEN.jump],
  ["or", TOKEN.infixWord],
  ["select", TOKEN.maybeBlock],
  ["ending", TOKEN.name],
  ["self", TOKEN.name],
  ["x", TOKEN.name],
])("%s", (word, kind) => {
  expect(wordKind(` ${word} `, 1, 1 + word.length)).toBe(kind);
});
