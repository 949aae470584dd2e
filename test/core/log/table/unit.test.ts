import { expect, test } from "vitest";
import { BYTE_UNIT, bytesPer, msPer, TIME_UNIT } from "#core/log/table/unit";

test.each([
  ["MB", 1_048_576],
  ["mib", 1_048_576],
  ["KB", 1024],
  ["kB", 1024],
  ["GB", 1_073_741_824],
  ["bytes", 1],
  ["ms", undefined],
  ["TB", undefined],
])("a %s is %j bytes", (unit, bytes) => {
  expect(bytesPer(unit)).toBe(bytes);
});

test.each([
  ["ms", 1],
  ["s", 1000],
  ["Sec", 1000],
  ["MB", undefined],
])("a %s is %j ms", (unit, ms) => {
  expect(msPer(unit)).toBe(ms);
});

test("every unit that a cell can have is known", () => {
  const spelled = ["byte", "bytes", "B", "kB", "KB", "MB", "GB", "KiB", "MiB", "GiB"];
  expect(spelled.filter((unit) => new RegExp(`^(?:${BYTE_UNIT})$`).test(unit))).toEqual(spelled);
  expect(spelled.map(bytesPer)).not.toContain(undefined);
  expect(TIME_UNIT.split("|").map(msPer)).not.toContain(undefined);
  expect("Mb").not.toMatch(new RegExp(`^(?:${BYTE_UNIT})$`));
});
