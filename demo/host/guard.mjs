// @ts-check
// Runs one command on behalf of a parent and never outlives it. The parent holds this process's standard input
// open; when that closes (the parent asked, ended, or was killed by any signal), the command's whole process group
// is ended and the folder it worked in is removed. Started by process.mjs: `node guard.mjs JSON`.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const GRACE_MS = 3000;
const POLL_MS = 25;

/** @type {{ command: string, args: string[], removeDir?: string }} */
const job = JSON.parse(process.argv[2] ?? "{}");
const child = spawn(job.command, job.args, { detached: true, stdio: ["ignore", "inherit", "inherit"] });
let ending = false;

/**
 * Signals the command's group; signal 0 only asks whether there still is one.
 * @param {NodeJS.Signals | 0} signal
 */
function signalGroup(signal) {
  if (child.pid === undefined) return false;
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function endGroup() {
  signalGroup("SIGTERM");
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(0) && Date.now() < deadline) await delay(POLL_MS);
  signalGroup("SIGKILL");
}

/** @param {number} code */
async function finish(code) {
  if (ending) return;
  ending = true;
  await endGroup();
  if (job.removeDir !== undefined) rmSync(job.removeDir, { recursive: true, force: true, maxRetries: 10 });
  process.exit(code);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => finish(0));
}
process.stdout.on("error", () => finish(0));
process.stdin.on("close", () => finish(0)).resume();
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`, () => finish(127));
});
child.on("exit", (code) => finish(code ?? 1));
