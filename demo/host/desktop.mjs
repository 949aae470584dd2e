// @ts-check
// The VS Code that the user has on the desktop, if there is one.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const VERSION_MS = 5_000;
const INSTALL_MS = 60_000;
const runFile = promisify(execFile);

/**
 * The command that starts it, or undefined where there is none that could open a window.
 * @returns {Promise<string | undefined>}
 */
export async function findDesktopCode() {
  if (!hasDisplay()) return undefined;
  try {
    const { stdout } = await runFile("code", ["--version"], { timeout: VERSION_MS, killSignal: "SIGKILL" });
    return /^\d+\.\d+\.\d+/.test(stdout) ? "code" : undefined;
  } catch {
    return undefined; // not there, not a desktop one (it wants a terminal of its own), or it hangs
  }
}

/**
 * Installs the packaged extension and opens the folder in a new window.
 * @param {{ code: string, vsix: string, folder: string }} options
 */
export async function openInDesktop({ code, vsix, folder }) {
  await runFile(code, ["--install-extension", vsix, "--force"], { timeout: INSTALL_MS });
  await runFile(code, ["--new-window", folder], { timeout: INSTALL_MS });
}

function hasDisplay() {
  if (process.platform !== "linux") return true;
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}
