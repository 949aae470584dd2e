// The colours of heat, as they are contributed: visible in every theme, and told apart by everyone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HEAT_LEVELS } from "#core/model/heat";
import { ciede2000, contrast, difference, KINDS_OF_SIGHT } from "../support/colour.ts";
import { ROOT } from "../support/demo.ts";

/** Those of one run, and which way a figure went against a baseline: never drawn together. */
const PAIRS = [
  ["subject", "handler"],
  ["grew", "shrank"],
] as const;
const FAMILIES = PAIRS.flat();
type Family = (typeof FAMILIES)[number];

/** The editor's background in the built-in themes of each kind. */
const BACKGROUNDS = {
  dark: ["#1e1e1e", "#1f1f1f"],
  light: ["#ffffff"],
  highContrast: ["#000000"],
  highContrastLight: ["#ffffff"],
} as const;
type Theme = keyof typeof BACKGROUNDS;
const THEMES: readonly Theme[] = ["dark", "light", "highContrast", "highContrastLight"];

const manifest: {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<Theme, string>> }[];
  };
} = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const colours = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, defaults]));
const colour = (theme: Theme, family: Family, level: number): string =>
  colours.get(`quartzRss.${family}${level}`)?.[theme] ?? "none";
const icon = (family: Family, level: number, variant: string): string =>
  readFileSync(join(ROOT, "media", "icons", `${family}${level}-${variant}.svg`), "utf8");
const marksOf = (families: readonly Family[]) =>
  families.flatMap((family) => HEAT_LEVELS.map((level) => ({ family, level })));
const marks = marksOf(FAMILIES);

/** WCAG 2.2, 1.4.11: graphics that carry meaning. */
const LEAST_CONTRAST = 3;
/** Several times what is just noticeable, for narrow marks that stand far apart. */
const BETWEEN_LEVELS = 10;
const BETWEEN_FAMILIES = 15;

test("the measures agree with their published examples", () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(difference("#ff0000", "#00a000", "deuteranopia")).toBeLessThan(difference("#ff0000", "#00a000") / 2);
});

describe.each(THEMES)("%s", (theme) => {
  test.each(marks)("$family $level stands out from the background", ({ family, level }) => {
    for (const background of BACKGROUNDS[theme]) {
      expect(contrast(colour(theme, family, level), background)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  });

  test.each(FAMILIES)("a higher level of %s stands out more", (family) => {
    const seen = HEAT_LEVELS.map((level) => contrast(colour(theme, family, level), BACKGROUNDS[theme][0]));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test.each(KINDS_OF_SIGHT)("%s tells levels and families apart", (sight) => {
    for (const together of PAIRS.map(marksOf)) {
      for (const [at, a] of together.entries()) {
        for (const b of together.slice(at + 1)) {
          const apart = difference(colour(theme, a.family, a.level), colour(theme, b.family, b.level), sight);
          expect(
            apart,
            `${a.family}${a.level} and ${b.family}${b.level}: ${apart.toFixed(1)}`,
          ).toBeGreaterThanOrEqual(a.family === b.family ? BETWEEN_LEVELS : BETWEEN_FAMILIES);
        }
      }
    }
  });
});

describe.each([
  { variant: "dark", themes: ["dark", "highContrast"] },
  { variant: "light", themes: ["light", "highContrastLight"] },
] as const)("icons for $variant backgrounds", ({ variant, themes }) => {
  test.each(marks)("$family $level has its level's colour, and is visible in high contrast", (mark) => {
    const painted = [...icon(mark.family, mark.level, variant).matchAll(/#[0-9a-f]{6}/g)].map(String);
    expect(painted).toEqual([colour(variant, mark.family, mark.level)]);
    for (const background of themes.flatMap((theme) => BACKGROUNDS[theme])) {
      expect(contrast(painted[0] ?? "", background)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  });
});

test("a level is read from an icon's height, a family from its shape", () => {
  const heights = HEAT_LEVELS.map((level) =>
    Number(/height="(\d+)" rx/.exec(icon("subject", level, "dark"))?.[1]),
  );
  expect(heights).toEqual([5, 9, 13]);
  const chevrons = HEAT_LEVELS.map((level) => icon("handler", level, "dark").match(/M3 /g)?.length);
  expect(chevrons).toEqual([1, 2, 3]);
  expect(icon("handler", 1, "dark")).not.toContain("<rect");
});

test("growth points up, shrinkage down, and both tell their level by height", () => {
  const heightOf = (family: Family, level: number): number => {
    const [foot = 0, top = 0] = [...icon(family, level, "dark").matchAll(/[ML]\d+ (\d+)/g)].map(([, y]) =>
      Number(y),
    );
    return foot - top;
  };
  expect(HEAT_LEVELS.map((level) => heightOf("grew", level))).toEqual([5, 9, 13]);
  expect(HEAT_LEVELS.map((level) => heightOf("shrank", level))).toEqual([-5, -9, -13]);
});
