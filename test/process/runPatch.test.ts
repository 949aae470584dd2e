import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { COMPILER, ENDLESS, runsOf, step, writeBuilds } from "../support/buildWorkspace.ts";
import { buildCli, type Cli } from "../support/cliProcess.ts";
import { makeScratch } from "../support/processes.ts";

const scratch = makeScratch();
let cli: Cli;
beforeAll(async () => {
  cli = await buildCli(scratch);
});

function git(folder: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  return execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" });
}

/** Of all files but those of our own folder, with their times: also Git's. */
function printOf(folder: string): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const stat = lstatSync(path);
    hash.update(`${path} ${stat.mode} ${stat.isDirectory() ? "" : stat.mtimeMs}\n`);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).toSorted()) {
        if (name !== ".quartz-rss") {
          add(join(path, name));
        }
      }
    } else {
      hash.update(stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path));
    }
  };
  add(folder);
  return hash.digest("hex");
}

/** Builds as a careless one does: over its own compiler, and through a link with a whole path. */
const CARELESS = `
const fs = require("node:fs");
fs.writeFileSync("bin/quartz-golden", "overwritten");
fs.writeFileSync("link/quartz-prev", "overwritten");
fs.appendFileSync("main.qz", "# built");
console.error("built", fs.readFileSync("probed.qz", "utf8"));
`;

const LINES = Array.from({ length: 20 }, (_, line) => `# line ${line}`);

/** A repository with golden binaries, a build with a patch, and a source that has moved on since the patch was made. */
function repository(name: string, measure: string): string {
  const steps = [step("build", "build.cjs"), step("measure", "quartz.cjs")];
  const folder = writeBuilds(scratch, name, [{ name: "probed", steps, patch: "probes/walk.patch" }]);
  scratch.write(`${name}/build.cjs`, CARELESS);
  scratch.write(`${name}/quartz.cjs`, measure);
  scratch.write(`${name}/bin/quartz-golden`, "golden");
  scratch.write(`${name}/probed.qz`, `${LINES.join("\n")}\n`);
  symlinkSync(join(folder, "bin"), join(folder, "link"));
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "before");
  return folder;
}

const probed = (lines: readonly string[]): string => `${lines.toSpliced(10, 0, "# probe").join("\n")}\n`;

test("probes of the tree become a patch; a build that names it leaves the tree as it is", async () => {
  const folder = repository("patched", COMPILER);
  scratch.write("patched/probed.qz", probed(LINES));
  expect((await cli.start(["save-patch", "probes/walk.patch"], folder).ended).code).toBe(0);
  // Lines around the place of the probe are others now: only three-way does it still apply.
  const moved = LINES.map((line, index) => (index === 8 || index === 13 ? `${line}, moved` : line));
  scratch.write("patched/probed.qz", `${moved.join("\n")}\n`);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "moved on");
  const before = printOf(folder);
  const { code, err } = await cli.start(["run"], folder).ended;
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(printOf(folder)).toBe(before);
  const [run] = runsOf(scratch, "patched");
  expect(scratch.read(`${run?.folder}/build.log`)).toBe(`built ${probed(moved)}\n`);
  expect(readdirSync(scratch.path("cache/quartz-rss/trees"))).toEqual([]);
});

test("a patch that does not apply: Git says why, nothing is built", async () => {
  const folder = repository("other", COMPILER);
  scratch.write("other/probes/walk.patch", "--- a/nope.qz\n+++ b/nope.qz\n@@ -1 +1 @@\n-a\n+b\n");
  const { code, err } = await cli.start(["run"], folder).ended;
  expect({ code, err }).toMatchObject({
    code: 1,
    err: expect.stringMatching(/probes\/walk\.patch does not apply[\s\S]*nope\.qz/),
  });
  expect(scratch.read("other/bin/quartz-golden")).toBe("golden");
  expect(readdirSync(join(folder, ".quartz-rss"))).not.toContain("runs");
});

test("the tree stays as it is when we are ended suddenly; the next start takes the copy away", async () => {
  const folder = repository("killed", ENDLESS);
  scratch.write("killed/probed.qz", probed(LINES));
  await cli.start(["save-patch", "probes/walk.patch"], folder).ended;
  git(folder, "checkout", "--quiet", "--", "probed.qz");
  const before = printOf(folder);
  const first = cli.start(["run", "--progress", "json"], folder);
  await expect.poll(first.err, { timeout: 60_000 }).toContain('"phase":"typecheck"');
  first.child.kill("SIGKILL");
  await first.ended;
  expect(printOf(folder)).toBe(before);
  expect(readdirSync(scratch.path("cache/quartz-rss/trees"))).toHaveLength(1);
  const other = writeBuilds(scratch, "plain", [{ name: "self", steps: [step("measure", "quartz.cjs")] }]);
  scratch.write("plain/quartz.cjs", COMPILER);
  expect((await cli.start(["run"], other).ended).code).toBe(0);
  expect(readdirSync(scratch.path("cache/quartz-rss/trees"))).toEqual([]);
  expect(printOf(folder)).toBe(before);
});

test("outside of a repository a patch is put into the copy, too", async () => {
  const steps = [step("measure", "quartz.cjs")];
  const folder = writeBuilds(scratch, "bare", [{ name: "self", steps, patch: "probe.patch" }]);
  scratch.write("bare/probe.patch", "--- a/probe.cjs\n+++ b/probe.cjs\n@@ -1 +1 @@\n-throw 1;\n+0;\n");
  scratch.write("bare/probe.cjs", "throw 1;\n");
  scratch.write("bare/quartz.cjs", `require("./probe.cjs");\n${COMPILER}`);
  expect(await cli.start(["run"], folder).ended).toMatchObject({ code: 0 });
});
