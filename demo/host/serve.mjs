// @ts-check
// Starts the workbench of the installed VS Code on this machine's loopback address, for a browser to open.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { installVsix } from "./extension.mjs";
import { lastLines, start } from "./process.mjs";
import { writeSettings } from "./settings.mjs";

const HOST = "127.0.0.1";
/** The smoke-test driver is what makes the page honour extensionDevelopmentPath and extensionTestsPath. */
const FLAGS = [
  "--without-connection-token",
  "--accept-server-license-terms",
  "--disable-telemetry",
  "--enable-smoke-test-driver",
];
const START_LIMIT_MS = 30_000;
const POLL_MS = 50;

/** @typedef {import("./settings.mjs").Settings} Settings */

/**
 * @typedef {object} Page
 * @property {number} port
 * @property {string} origin
 * @property {(open: { folder: string, payload?: readonly (readonly [string, string])[] }) => string} url the page
 * @property {(path: string) => string} remote the URI of a path on this machine, as payload entries want it
 */

/**
 * A running workbench. configure() adds settings, and an open window follows; stop() removes a temporary data folder.
 * @typedef {Page & import("./process.mjs").Guarded & { configure: (settings: Settings) => void }} Workbench
 */

/**
 * @param {object} options
 * @param {string} options.node
 * @param {string} options.serverMain
 * @param {string} [options.dataDir] kept at the end; without it a temporary one is made and removed
 * @param {string} [options.extensionsDir] default: an empty one in the data folder
 * @param {string} [options.vsix] a packaged extension to install there first
 * @param {Settings} [options.settings] on top of the quiet ones
 * @param {boolean} [options.trust] false: folders open in Restricted Mode until the user trusts them
 * @param {number} [options.port] default: any free one
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench(options) {
  const dir = options.dataDir ?? mkdtempSync(join(tmpdir(), "quartz-rss-"));
  /** @type {import("./process.mjs").Guarded | undefined} */
  let server;
  try {
    const { node, serverMain, vsix, trust = true, extensionsDir = join(dir, "extensions") } = options;
    const configure = writeSettings(dir, { "security.workspace.trust.enabled": !trust, ...options.settings });
    if (vsix !== undefined) await installVsix({ node, serverMain, extensionsDir, vsix });
    const args = [serverMain, "--host", HOST, "--port", String(options.port ?? 0), "--server-data-dir", dir];
    args.push("--extensions-dir", extensionsDir, ...FLAGS, ...(trust ? ["--disable-workspace-trust"] : []));
    const removeDir = options.dataDir === undefined ? { removeDir: dir } : {};
    server = start(node, args, { env: { XDG_RUNTIME_DIR: dir }, ...removeDir });
    const port = await untilAnswering(server);
    return { ...pageAt(port), configure, ...server };
  } catch (error) {
    await server?.stop();
    if (options.dataDir === undefined) rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The port, once the server has said it and serves its page there.
 * @param {import("./process.mjs").Guarded} server
 */
async function untilAnswering(server) {
  const deadline = Date.now() + START_LIMIT_MS;
  /** @type {number | undefined} */
  let exitCode;
  server.exited.then(
    (code) => {
      exitCode = code;
    },
    () => {
      exitCode = 1;
    },
  );
  while (Date.now() < deadline) {
    if (server.output().includes("EADDRINUSE")) throw new Error("The port is already in use.");
    if (exitCode !== undefined) throw failure(`ended with exit code ${exitCode}`, server);
    const port = /Extension host agent listening on (\d+)/.exec(server.output())?.[1];
    if (port !== undefined && (await answers(`http://${HOST}:${port}/`))) return Number(port);
    await delay(POLL_MS);
  }
  throw failure(`did not answer within ${START_LIMIT_MS / 1000} s`, server);
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {string} what
 * @param {import("./process.mjs").Guarded} server
 */
function failure(what, server) {
  return new Error(`The VS Code server ${what}. Its last output:\n${lastLines(server.output())}`);
}

/**
 * @param {number} port
 * @returns {Page}
 */
function pageAt(port) {
  const authority = `${HOST}:${port}`;
  const origin = `http://${authority}`;
  return {
    port,
    origin,
    url: ({ folder, payload }) => {
      const query = payload === undefined ? "" : `&payload=${encodeURIComponent(JSON.stringify(payload))}`;
      return `${origin}/?folder=${encodePath(folder)}${query}`;
    },
    remote: (path) => `vscode-remote://${authority}${encodePath(path)}`,
  };
}

/** @param {string} path */
function encodePath(path) {
  return encodeURIComponent(path).replaceAll("%2F", "/");
}
