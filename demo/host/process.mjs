// @ts-check
// Child processes that cannot become orphans (see guard.mjs).
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";

const GUARD = fileURLToPath(new URL("./guard.mjs", import.meta.url));
/** The exit code for a command that could not be started, as in a shell. */
export const NOT_FOUND = 127;
const KEPT_OUTPUT = 64 * 1024;

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] on top of cleanEnvironment()
 * @property {string} [removeDir] removed when the process has ended, however it ended
 * @property {string} [logFile] receives all output
 * @property {(text: string) => void} [onOutput]
 */

/**
 * @typedef {object} Guarded
 * @property {() => string} output the last 64 KB of standard output and standard error
 * @property {Promise<number>} exited the exit code, after the whole process group has ended
 * @property {() => Promise<void>} stop ends the process group and waits for that
 */

/**
 * The environment without what an editor, npm or a debugger put there for their own children.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const foreign =
    /^(VSCODE_|ELECTRON_|npm_package_|npm_lifecycle_|npm_config_local_prefix$|NODE_OPTIONS$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Guarded}
 */
export function start(command, args, { cwd, env, removeDir, logFile, onOutput } = {}) {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify({ command, args, removeDir })], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: "a" });
  let kept = "";
  for (const stream of [guard.stdout, guard.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      kept = (kept + text).slice(-KEPT_OUTPUT);
      log?.write(text);
      onOutput?.(text);
    });
  }
  guard.stdin.on("error", () => {}); // the guard may end before its input is closed
  const exited = new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    guard.on("error", reject);
    guard.on("close", (code) => (log ? log.end(() => resolve(code ?? 1)) : resolve(code ?? 1)));
  });
  const stop = async () => {
    guard.stdin.end();
    await exited;
  };
  return { output: () => kept, exited, stop };
}

/**
 * Runs a command to its end, or for `timeoutMs`, and says how it ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions & { timeoutMs: number }} options
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export async function run(command, args, { timeoutMs, ...options }) {
  const child = start(command, args, options);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void child.stop();
  }, timeoutMs);
  const code = await child.exited.finally(() => clearTimeout(timer));
  return { code, output: child.output(), timedOut };
}

/**
 * The end of a VS Code server's output, without stacks and without the long complaint about the native modules
 * that were not built, which is harmless.
 * @param {string} output
 */
export function lastLines(output) {
  const noise = /^\s*$|^\s+(at |tries|code:|name:)|^\s+'|^\s*[\]}]+$| → |Could not locate the bindings file/;
  const lines = output.split("\n").filter((line) => !noise.test(line));
  return lines.slice(-8).join("\n");
}
