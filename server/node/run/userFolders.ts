// Where things of a user lie that belong to no workspace.
import { mkdir } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { join } from "node:path";

const OWN = "quartz-rss";

/** Made where it is missing, for nobody else to read. `XDG_CACHE_HOME` counts on macOS too, where it is set. */
export async function cacheFolder(): Promise<string> {
  const set = process.env["XDG_CACHE_HOME"];
  const usual = platform() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
  const folder = join(set?.startsWith("/") ? set : usual, OWN);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
