// @ts-check
// `npm run demo`: the extension at work on the demo workspace, in the VS Code of the desktop or in a browser.
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findDesktopCode, openInDesktop } from "./host/desktop.mjs";
import { ensureVSCode } from "./host/install.mjs";
import { run } from "./host/process.mjs";
import { startWorkbench } from "./host/serve.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORKSPACE = join(ROOT, "demo", "workspace");
const VSIX = join(ROOT, "dist", "quartz-rss-lens.vsix");
const EXTENSIONS = join(ROOT, ".vscode-test", "demo", "extensions");
const BUILD_LIMIT_MS = 5 * 60_000;

const HELP = `Usage: npm run demo -- [options]

Builds the extension, installs it and opens demo/workspace: in VS Code if it is on this desktop, else as a page
for a browser, served by a VS Code from the npm registry (780 MB in .vscode-test, installed once).

  --web        serve the page even if there is a VS Code on this desktop
  --port N     serve it on this port (default: any free one)
  --no-build   take dist/quartz-rss-lens.vsix as it is
  --check      serve the page, fetch it once, stop
  --help       print this
`;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** What the user asked for cannot be done as asked. */
class UsageError extends Error {}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: "boolean", default: false },
        port: { type: "string", default: "0" },
        "no-build": { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    const isPort = /^\d+$/.test(values.port) && port <= 65_535;
    if (!isPort) throw new Error(`--port wants a number from 0 to 65535, not ${values.port}.`);
    return { ...values, port };
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n\n${HELP}`);
  }
}

async function buildVsix() {
  say("Building and packaging the extension …");
  const { code, output } = await run("npm", ["run", "package"], { cwd: ROOT, timeoutMs: BUILD_LIMIT_MS });
  if (code !== 0) throw new Error(`npm run package failed with exit code ${code}:\n${output.trim()}`);
}

/** @param {{ port: number, check: boolean }} options */
async function serve({ port, check }) {
  const vscode = await ensureVSCode({ log: say });
  say("Starting VS Code …");
  const workbench = await startWorkbench({ ...vscode, port, extensionsDir: EXTENSIONS, vsix: VSIX });
  const address = workbench.url({ folder: WORKSPACE });
  const interrupted = untilInterrupted();
  try {
    if (check) await fetchPage(address);
    say(`Open ${address}`);
    if (check) return;
    say("Ctrl+C ends it.");
    const exitCode = await Promise.race([workbench.exited, interrupted]);
    if (exitCode !== undefined) throw new Error(`VS Code ended by itself, with exit code ${exitCode}.`);
  } finally {
    await workbench.stop();
    say("Stopped.");
  }
}

/** @returns {Promise<undefined>} */
function untilInterrupted() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(undefined));
  });
}

/** @param {string} address */
async function fetchPage(address) {
  const response = await fetch(address);
  const page = await response.text();
  if (!response.ok || !page.includes("vscode-workbench-web-configuration")) {
    throw new Error(`${address} answers ${response.status}, and not with a workbench.`);
  }
}

async function main() {
  const options = readOptions();
  if (options.help) return say(HELP);
  if (!options["no-build"]) await buildVsix();
  for (const path of [VSIX, WORKSPACE]) {
    if (!existsSync(path)) throw new Error(`There is no ${relative(ROOT, path)}.`);
  }
  const code = options.web || options.check ? undefined : await findDesktopCode();
  if (code === undefined) return serve(options);
  say("Installing the extension in the VS Code of this desktop and opening the demo there …");
  return openInDesktop({ code, vsix: VSIX, folder: WORKSPACE });
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

main().catch((error) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
