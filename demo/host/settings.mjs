// @ts-check
// The settings of a workbench's machine, which an open window follows.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {Readonly<Record<string, unknown>>} Settings */

/** A window without welcome pages, chat, notifications and questions. */
const QUIET = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "remote.autoForwardPorts": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * Writes the settings, and returns a function that adds more of them.
 * @param {string} dataDir
 * @param {Settings} initial
 * @returns {(more: Settings) => void}
 */
export function writeSettings(dataDir, initial) {
  const folder = join(dataDir, "data", "Machine");
  mkdirSync(folder, { recursive: true });
  /** @type {Settings} */
  let current = QUIET;
  const configure = (/** @type {Settings} */ more) => {
    current = { ...current, ...more };
    writeFileSync(join(folder, "settings.json"), JSON.stringify(current, undefined, 2));
  };
  configure(initial);
  return configure;
}
