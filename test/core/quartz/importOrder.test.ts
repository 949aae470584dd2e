import { expect, test } from "vitest";
import { resolveName } from "#core/quartz/resolveName";
import { indexOf } from "../../support/sources.ts";

const TASK = "def task()\nend\n";
const MAIN = "def main()\nend\n";

function decided(files: Readonly<Record<string, string>>, name = "quake$task"): string {
  const found = resolveName(indexOf(files), name);
  return "entry" in found
    ? `${found.entry.uri.slice(8)} ${found.decided?.by ?? "by itself"} of ${found.decided?.candidates.length ?? 1}`
    : found.how;
}

test.each([
  [
    "beside the root",
    { "tools/main.qz": MAIN, "tools/quake.qz": TASK, "std/quake.qz": TASK },
    "tools/quake.qz",
  ],
  [
    "in a folder of its name",
    { "c/main.qz": MAIN, "c/quake/mod.qz": TASK, "c/backend/quake.qz": TASK },
    "c/quake/mod.qz",
  ],
  [
    "frontend before middle",
    { "c/main.qz": MAIN, "c/middle/quake.qz": TASK, "c/frontend/quake.qz": TASK },
    "c/frontend/quake.qz",
  ],
  [
    "middle before backend",
    { "c/main.qz": MAIN, "c/backend/quake.qz": TASK, "c/middle/quake.qz": TASK },
    "c/middle/quake.qz",
  ],
  [
    "before folders of -I",
    { "c/main.qz": MAIN, "c/backend/quake.qz": TASK, "std/quake.qz": TASK },
    "c/backend/quake.qz",
  ],
])("%s", (_, files, expected) => {
  expect(decided(files)).toBe(`${expected} importOrder of 2`);
});

test.each([
  ["without a root", { "a/quake.qz": TASK, "b/quake.qz": TASK }],
  ["where only folders of -I hold it", { "c/main.qz": MAIN, "a/quake.qz": TASK, "b/quake.qz": TASK }],
  [
    "where two roots do not agree",
    { "a/main.qz": MAIN, "b/main.qz": MAIN, "a/quake.qz": TASK, "b/quake.qz": TASK },
  ],
  [
    "where types of one name have the method",
    {
      "a/main.qz": MAIN,
      "a/quake.qz": "impl T\n  def m(self)\n  end\nend\n",
      "b/q.qz": "impl T\n  def m(self)\n  end\nend\n",
    },
  ],
])("ambiguous %s", (_, files) => {
  expect(
    decided(files, Object.values(files).some((text) => text.includes("impl")) ? "T$m" : "quake$task"),
  ).toBe("ambiguous");
});

test("two modules of one name are no matter where only one defines the function", () => {
  expect(decided({ "a/quake.qz": TASK, "b/quake.qz": "def other()\nend\n" })).toBe(
    "a/quake.qz by itself of 1",
  );
});
