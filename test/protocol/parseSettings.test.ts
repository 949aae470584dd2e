import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, nextSettings, parseSettings } from "../../server/src/settings.ts";

describe("values that are none get their default", () => {
  test.each([
    [undefined],
    [null],
    ["quartz"],
    [{ log: 1, logFiles: "*.log", top: -1, minimumMegabytes: "9", lens: "no", heat: [] }],
    [{ logFiles: [1], top: 1.5, minimumMegabytes: Number.NaN, heat: { scope: 1, curve: "square" } }],
    [{ top: "2", minimumMegabytes: -0.5, lens: { enabled: "yes", density: "Full" }, heat: null }],
  ])("%j", (section) => {
    expect(parseSettings(section)).toEqual(DEFAULT_SETTINGS);
  });
});

test("values that are some are taken", () => {
  const settings = {
    log: "a.log",
    logFiles: ["*.txt"],
    top: 5,
    minimumMegabytes: 0.5,
    lens: { enabled: false, density: "compact" },
    heat: { scope: "file", curve: "linear" },
  };
  expect(parseSettings(settings)).toEqual(settings);
});

describe("settings that are as they were disturb nobody", () => {
  const before = parseSettings({ top: 3 });

  test.each([
    ["the same", { quartzRss: { top: 3 } }],
    ["those of the client alone", { quartzRss: { top: 3, gutter: { enabled: false } } }],
    ["none, from a client that does not send them", null],
  ])("%s", (_, sent) => {
    expect(nextSettings(before, sent)).toBe(before);
  });

  test("others, or none of ours, are others", () => {
    expect(nextSettings(before, { quartzRss: { top: 4 } }).top).toBe(4);
    expect(nextSettings(before, {}).top).toBe(0);
  });
});
