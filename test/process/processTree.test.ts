import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { ProcessTree } from "../../server/node/process/processTree.ts";
import { isRunning, makeScratch } from "../support/processes.ts";

const scratch = makeScratch();
let tree: ProcessTree | undefined;
afterEach(() => tree?.end());

/** Starts what it is told to in a session of its own, says who it is, ignores being asked to end. */
const STUBBORN = `
process.on("SIGTERM", () => {});
require("node:fs").appendFileSync(process.argv[2], process.pid + "\\n");
const depth = Number(process.argv[3]);
if (depth > 0) {
  require("node:child_process")
    .spawn(process.execPath, [__filename, process.argv[2], String(depth - 1)], { detached: true, stdio: "ignore" })
    .unref();
}
// The one in the middle leaves, so that its child is no descendant of the root any more.
if (depth !== 1) setInterval(() => {}, 1000);
`;

function start(program: string, args: readonly string[], mark: string): ChildProcess {
  const file = scratch.write(`${randomUUID()}.cjs`, program);
  return spawn(process.execPath, [file, ...args], {
    ...{ detached: true, stdio: "ignore" },
    env: { ...process.env, QUARTZ_RSS_RUN: mark },
  });
}

test("the whole tree ends: sessions of their own, orphans, and who ignores being asked", async () => {
  const mark = randomUUID();
  const pids = scratch.path("pids");
  const root = start(STUBBORN, [pids, "2"], mark);
  tree = new ProcessTree(mark);
  tree.setRoot(root.pid);
  const seen = () => scratch.read("pids").trim().split("\n").map(Number);
  await expect.poll(seen, { timeout: 30_000 }).toHaveLength(3);
  const [first, middle, last] = seen();
  await expect.poll(() => isRunning(middle), { timeout: 30_000 }).toBe(false);
  expect([isRunning(first), isRunning(last)]).toEqual([true, true]);
  expect(await tree.end()).toBe(true);
  expect([isRunning(first), isRunning(last)]).toEqual([false, false]);
});

const LARGE = `
const held = Buffer.alloc(64 << 20, 1);
if (process.argv[2]) require("node:child_process").spawn(process.execPath, [__filename], { stdio: "ignore" });
setInterval(() => held.length, 1000);
`;

test("memory is that of all its processes, the peak that of the largest", async () => {
  const mark = randomUUID();
  const root = start(LARGE, ["parent"], mark);
  const measured = new ProcessTree(mark);
  tree = measured;
  measured.setRoot(root.pid);
  await expect
    .poll(async () => (await measured.memory()).treeBytes, { timeout: 30_000 })
    .toBeGreaterThan(128 << 20);
  const { treeBytes, largestPeakBytes } = await measured.memory();
  expect(largestPeakBytes).toBeGreaterThan(64 << 20);
  expect(largestPeakBytes).toBeLessThan(treeBytes);
});

test("processes of nobody's marker are none of ours", async () => {
  expect(await new ProcessTree(randomUUID()).memory()).toEqual({ treeBytes: 0, largestPeakBytes: 0 });
});
