// Runs the suite in the extension host of a real VS Code and tells each of its tests as one of ours.
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyDemo, ROOT } from "../support/demo.ts";
import { runSuite } from "../support/hostSuite.ts";

interface Result {
  readonly title: string;
  readonly error?: string;
}

const demo = await copyDemo();
const { code, log } = await runSuite({
  suitePath: join(ROOT, "dist", "test", "suite.cjs"),
  extensionDevelopmentPath: ROOT,
  folder: demo.folder,
}).finally(demo.remove);

const results = log
  .split("\n")
  .filter((line) => line.includes("QUARTZ_RSS_RESULT "))
  .map((line): Result => JSON.parse(line.slice(line.indexOf("{"))));

test("the suite ran to its end", () => {
  expect(results.length, log).toBeGreaterThanOrEqual(8);
  expect(code, log).toBe(0);
});

test.each(results)("$title", ({ error }) => {
  expect(error).toBeUndefined();
});
