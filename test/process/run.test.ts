import { readdirSync, realpathSync, rmSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { COMPILER, ENDLESS, runsOf, step, writeBuilds } from "../support/buildWorkspace.ts";
import { buildCli, type Cli } from "../support/cliProcess.ts";
import { isRunning, makeScratch } from "../support/processes.ts";

const scratch = makeScratch();
let cli: Cli;
beforeAll(async () => {
  cli = await buildCli(scratch);
});

test("steps in order, and only the measuring step's standard error is the run", async () => {
  const folder = writeBuilds(scratch, "good", [
    {
      name: "self",
      steps: [step("build", "first.cjs", { env: { SAID: "from the build" } }), step("measure", "quartz.cjs")],
    },
  ]);
  scratch.write(
    "good/first.cjs",
    'console.error("[mem] init: 77 MB current (0ms)", process.env.SAID, process.env.ELECTRON_RUN_AS_NODE);',
  );
  scratch.write("good/quartz.cjs", COMPILER);
  const { code, out, err } = await cli.start(
    ["run", "self", "--label", "before", "--predict", "phase:typecheck -400 MB"],
    folder,
  ).ended;
  expect(err).toContain("step 2 of 2, measure");
  const [run] = runsOf(scratch, "good");
  expect({ code, err, run }).toMatchObject({
    code: 0,
    run: {
      ...{ origin: "launch", status: "finished", build: "self", label: "before", peakFrom: "reading" },
      ...{ command: [process.execPath, "quartz.cjs"], cwd: folder, peakBytes: 5402 * 1048576 },
      exit: { code: 0, signal: null, reason: null },
      ...{ platform: { os: process.platform }, compiler: { path: realpathSync(process.execPath) } },
      pressure: { before: { freeBytes: expect.any(Number) }, after: { freeBytes: expect.any(Number) } },
      hypothesis: { metric: "phase:typecheck", predictedBytes: -400 * 1048576 },
    },
  });
  expect(run?.wallMs).toBeGreaterThan(0);
  expect(scratch.read(`${run?.folder}/stderr.log`)).toBe(
    "[mem] init: 1 MB current (0ms)\n[mem-fn] +136 MB: helper\n[mem] typecheck: 5402 MB (+5401) (9871ms)\n",
  );
  expect(scratch.read(`${run?.folder}/build.log`)).toContain("from the build undefined");
  expect(JSON.parse(scratch.read(`${run?.folder}/symbols.json`))).toMatchObject({
    ...{ version: 1, taken: "run" },
    symbols: { helper: { file: "main.qz", startLine: 5, endLine: 5 } },
  });
  expect(out).toContain("finished  peak 5402 MB (reading)");
  expect(scratch.read("good/.quartz-rss/.gitignore")).toBe("*\n");
});

test("a step that fails: its code, its last lines, and what was measured until then", async () => {
  const folder = writeBuilds(scratch, "bad", [{ name: "self", steps: [step("measure", "quartz.cjs")] }]);
  scratch.write(
    "bad/quartz.cjs",
    `${COMPILER}\nconsole.error("error[QZ0101]: Expected expression"); process.exitCode = 3;`,
  );
  const { code, err } = await cli.start(["run"], folder).ended;
  expect(code).toBe(1);
  expect(err).toContain("ended with code 3");
  expect(err).toContain("  error[QZ0101]: Expected expression");
  expect(runsOf(scratch, "bad")).toMatchObject([
    { status: "failed", exit: { code: 3, signal: null }, peakBytes: 5402 * 1048576 },
  ]);
});

test("limits of memory and of time end the whole tree, and say which it was", async () => {
  const folder = writeBuilds(scratch, "limits", [
    { name: "reading", steps: [step("measure", "quartz.cjs", { rssLimit: "800 MB" })] },
    { name: "tree", steps: [step("measure", "quartz.cjs", { rssLimit: "5 MB" })] },
    { name: "time", steps: [step("measure", "quartz.cjs", { timeLimit: "1 s" })] },
  ]);
  scratch.write("limits/quartz.cjs", ENDLESS);
  const reasons = {
    reading: /its log read 900 MB/,
    tree: /its processes held \d+ MB/,
    time: /ran longer than/,
  };
  for (const [name, reason] of Object.entries(reasons)) {
    const { code, err } = await cli.start(["run", name], folder).ended;
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(reason) });
  }
  expect(runsOf(scratch, "limits").map(({ status }) => status)).toEqual(["limit", "limit", "limit"]);
  expect(scratch.read("limits/pids").trim().split("\n").map(Number).filter(isRunning)).toEqual([]);
});

test("one launch at a time; a signal ends what runs, with children in sessions of their own", async () => {
  const folder = writeBuilds(scratch, "signal", [{ name: "self", steps: [step("measure", "quartz.cjs")] }]);
  scratch.write("signal/quartz.cjs", ENDLESS);
  const first = cli.start(["run", "--progress", "json"], folder);
  const pids = () => scratch.read("signal/pids").trim().split("\n").map(Number);
  await expect.poll(pids, { timeout: 60_000 }).toHaveLength(2);
  await expect.poll(first.err, { timeout: 60_000 }).toContain('"phase":"typecheck"');
  const second = await cli.start(["run"], folder).ended;
  expect(second).toMatchObject({ code: 2, err: expect.stringContaining(`by process ${first.child.pid}`) });
  // As when a terminal is closed: nobody reads any more.
  first.child.stderr?.destroy();
  first.child.kill("SIGHUP");
  expect((await first.ended).code).toBe(1);
  expect(pids().filter(isRunning)).toEqual([]);
  expect(runsOf(scratch, "signal")).toMatchObject([{ status: "cancelled", exit: { reason: "cancelled" } }]);
});

test("after our own sudden end the next start ends what was left, and measures", async () => {
  const folder = writeBuilds(scratch, "killed", [
    { name: "endless", steps: [step("measure", "endless.cjs")] },
    { name: "good", steps: [step("measure", "quartz.cjs")] },
  ]);
  scratch.write("killed/endless.cjs", ENDLESS);
  scratch.write("killed/quartz.cjs", COMPILER);
  const first = cli.start(["run", "endless"], folder);
  const pids = () => scratch.read("killed/pids").trim().split("\n").map(Number);
  await expect.poll(pids, { timeout: 60_000 }).toHaveLength(2);
  first.child.kill("SIGKILL");
  await first.ended;
  expect(pids().filter(isRunning)).toHaveLength(2);
  expect(await cli.start(["run", "good"], folder).ended).toMatchObject({ code: 0 });
  expect(pids().filter(isRunning)).toEqual([]);
});

test("what is left is found in the workspace, too, when nothing is known of it elsewhere", async () => {
  const folder = writeBuilds(scratch, "left", [
    { name: "endless", steps: [step("measure", "endless.cjs")] },
    { name: "good", steps: [step("measure", "quartz.cjs")] },
  ]);
  scratch.write("left/endless.cjs", ENDLESS);
  scratch.write("left/quartz.cjs", COMPILER);
  const first = cli.start(["run", "endless"], folder);
  const pids = () => scratch.read("left/pids").trim().split("\n").map(Number);
  await expect.poll(pids, { timeout: 60_000 }).toHaveLength(2);
  first.child.kill("SIGKILL");
  await first.ended;
  rmSync(scratch.path("cache"), { recursive: true });
  expect(await cli.start(["run", "good"], folder).ended).toMatchObject({ code: 0 });
  expect(pids().filter(isRunning)).toEqual([]);
  expect(readdirSync(scratch.path("left/.quartz-rss/launches"))).toEqual([]);
});

test("with less memory free than the last peak it asks, and without a terminal it does not run", async () => {
  const folder = writeBuilds(scratch, "huge", [{ name: "self", steps: [step("measure", "quartz.cjs")] }]);
  scratch.write("huge/quartz.cjs", COMPILER.replaceAll("5402", "54020000").replaceAll("5401", "54019999"));
  expect((await cli.start(["run"], folder).ended).code).toBe(0);
  expect(await cli.start(["run"], folder).ended).toMatchObject({
    code: 2,
    err: expect.stringMatching(/the last peak was [\d,]+ GB, .* are free: not run/),
  });
  expect((await cli.start(["run", "--yes"], folder).ended).code).toBe(0);
  expect(runsOf(scratch, "huge")).toHaveLength(2);
});

test.each([
  [["run", "nope"], /there is no build “nope”; there is: one, two/],
  [["run"], /which build\? Name one of: one, two/],
  [["run", "two"], /has no step with the role “measure”/],
  [["run", "one", "--repeat", "0"], /--repeat is a whole number/],
  [["run", "one", "--predict", "less"], /--predict is a figure and its change/],
])("what cannot be run is said: %j", async (args, message) => {
  const folder = writeBuilds(scratch, "names", [
    { name: "one", steps: [step("measure", "quartz.cjs")] },
    { name: "two", steps: [step("build", "quartz.cjs")] },
  ]);
  expect(await cli.start(args, folder).ended).toMatchObject({ code: 2, err: expect.stringMatching(message) });
});
