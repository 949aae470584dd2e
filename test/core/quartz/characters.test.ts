import { expect, test } from "vitest";
import { isBlank, isNamePart, isNameStart, skipName } from "#core/quartz/characters";

test("names are letters, digits, underscores and what is beyond ASCII", () => {
  const all = (accepts: (code: number) => boolean): string =>
    [..."a_9é\u00a0.$ "].filter((character) => accepts(character.charCodeAt(0))).join("");
  expect(all(isNameStart)).toBe("a_é");
  expect(all(isNamePart)).toBe("a_9é");
  expect(all(isBlank)).toBe("\u00a0 ");
  expect(skipName("tc_expr(", 0)).toBe(7);
  expect(skipName("x", 1)).toBe(1);
});
