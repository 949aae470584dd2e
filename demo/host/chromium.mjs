// @ts-check
// The browser in which tests open the workbench.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = ["Google Chrome", "Chromium"];

/** Nothing that needs a graphics card, and nothing that calls out. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of a Chromium: CHROMIUM_PATH, else one that is installed.
 * @returns {string}
 */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== "") {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not a program that can be run.`);
  }
  const found = candidates().find(isExecutable);
  if (found === undefined) throw new Error(`No Chromium was found: ${advice()}, or set CHROMIUM_PATH.`);
  return found;
}

/**
 * @param {typeof import("playwright-core")} playwright
 * @returns {Promise<import("playwright-core").Browser>}
 */
export function launchChromium(playwright) {
  const isRoot = process.getuid?.() === 0;
  const args = isRoot ? ["--no-sandbox", ...FLAGS] : FLAGS;
  return playwright.chromium.launch({ executablePath: findChromium(), args, chromiumSandbox: !isRoot });
}

function candidates() {
  const folders = [
    "/usr/bin",
    ...(process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""),
  ];
  const programs = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const apps = MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  return process.platform === "darwin" ? [...apps, ...programs] : programs;
}

function advice() {
  return process.platform === "darwin" ? "install Google Chrome" : "run `apt-get install chromium`";
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
