// @ts-check
// `npm test`: checks, build, package, then every test; ends with one line for the whole run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @type {readonly (readonly [name: string, command: string, args: readonly string[]])[]} */
const STEPS = [
  ["types", "npm", ["run", "--silent", "types"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["unused code", "npm", ["run", "--silent", "unused"]],
  ["package", "npm", ["run", "--silent", "package"]],
  ["bundles for tests", "npm", ["run", "--silent", "build:tests"]],
];

const folder = mkdtempSync(join(tmpdir(), "quartz-rss-tests-"));
const report = join(folder, "vitest.json");
let passed = 0;
let failed = 0;

for (const [name, command, args] of STEPS) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  process.stdout.write(`${status === 0 ? "ok" : "FAILED"}: ${name}\n`);
  if (status === 0) {
    passed += 1;
  } else {
    failed += 1;
  }
}

const vitest = spawnSync(
  "npx",
  ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { stdio: "inherit" },
);
try {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  passed += numPassedTests;
  // A skipped test has shown nothing, and a file that could not be loaded has hidden its tests.
  failed += numFailedTests + numPendingTests;
  if (numFailedTests === 0 && (numFailedTestSuites > 0 || vitest.status !== 0)) {
    failed += 1;
  }
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
