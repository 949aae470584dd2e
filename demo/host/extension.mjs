// @ts-check
// Installs a packaged extension, as a user would.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLines, run } from "./process.mjs";

const TIMEOUT_MS = 60_000;

/**
 * @param {{ node: string, serverMain: string, extensionsDir: string, vsix: string }} options
 */
export async function installVsix({ node, serverMain, extensionsDir, vsix }) {
  mkdirSync(extensionsDir, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "quartz-rss-"));
  const args = [serverMain, "--install-extension", vsix, "--force", "--accept-server-license-terms"];
  args.push("--extensions-dir", extensionsDir, "--server-data-dir", dataDir);
  const { code, output, timedOut } = await run(node, args, { removeDir: dataDir, timeoutMs: TIMEOUT_MS });
  if (code === 0 && !timedOut) return;
  const reason = timedOut ? `not done after ${TIMEOUT_MS / 1000} s` : `exit code ${code}`;
  throw new Error(`The extension ${vsix} could not be installed (${reason}):\n${lastLines(output)}`);
}
