import { expect, test } from "vitest";
import { t } from "#core/base/text";

test("placeholders are filled in, and what is filled in is not read again", () => {
  expect(t("phase.while", { phase: "{phase}" })).toBe("while {phase}");
  expect(t("phase.open")).toBe("in an open phase");
});
