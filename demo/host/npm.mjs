// @ts-check
// `npm install` with a readable reason when it fails.
import { delimiter, dirname } from "node:path";
import { NOT_FOUND, run } from "./process.mjs";

const TIMEOUT_MS = 15 * 60_000;
const FLAGS = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier"];

/**
 * Installs what the manifest in `dir` asks for.
 * @param {string} dir
 * @param {{ logFile: string, node?: string, production?: boolean }} options `node` is put first on PATH
 */
export async function npmInstall(dir, { logFile, node, production = false }) {
  const args = ["install", "--prefix", dir, ...FLAGS, ...(production ? ["--omit=dev"] : [])];
  const env = node === undefined ? {} : { PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  const { code, output, timedOut } = await run("npm", args, {
    cwd: dir,
    env,
    logFile,
    timeoutMs: TIMEOUT_MS,
  });
  if (timedOut) throw new Error(`npm install did not finish in ${TIMEOUT_MS / 60_000} minutes`);
  if (code === NOT_FOUND) throw new Error("npm was not found on PATH");
  if (code !== 0) throw new Error(`npm install failed: ${causeIn(output)}`);
}

/**
 * npm's own error lines without its advice: `ENOSPC, no space left on device, write`.
 * @param {string} output
 */
function causeIn(output) {
  const told = output
    .split("\n")
    .flatMap((line) => /^npm (?:error|ERR!) (?:code )?(\S.*)$/.exec(line)?.[1] ?? []);
  const cause = told.filter((line) => !/^(A complete log|If you are|errno|syscall|path|[{}])/.test(line));
  const lines = cause.length > 0 ? cause : output.trim().split("\n").slice(-1);
  return [...new Set(lines.slice(0, 2))].join(", ");
}
