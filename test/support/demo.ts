// A copy of the demo workspace that a test may change.
import { cp, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const VSIX = join(ROOT, "dist", "quartz-rss-lens.vsix");

export interface Copy {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export async function copyDemo(): Promise<Copy> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), "quartz-rss-demo-")));
  const folder = join(parent, "workspace");
  await cp(join(ROOT, "demo", "workspace"), folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** The 1-based line of a file of the copy that begins with `start`. */
export async function lineOf({ folder }: Copy, path: string, start: string): Promise<number> {
  const text = await readFile(join(folder, path), "utf8");
  return text.split("\n").findIndex((line) => line.startsWith(start)) + 1;
}
