// The npm package is whole: packed, installed without network and scripts, and run.
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../support/demo.ts";

const call = promisify(execFile);
const QUIET = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"] as const;
let folder: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quartz-rss-pack-"));
  await call("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT });
  const [tarball = ""] = await readdir(folder);
  installed = join(folder, "user");
  await call("mkdir", [installed]);
  await writeFile(join(installed, "package.json"), "{}");
  await call("npm", ["install", ...QUIET, join(folder, tarball)], { cwd: installed });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const quartzRss = (...args: readonly string[]) =>
  call(join(installed, "node_modules", ".bin", "quartz-rss"), [...args], { cwd: installed });

test("an installed quartz-rss tells its version", async () => {
  expect((await quartzRss("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("an installed quartz-rss reports a log", async () => {
  await copyFile(join(ROOT, "test/fixtures/logs/before-fix.log"), join(installed, "mem.log"));
  const { stdout } = await quartzRss("report", "--format", "markdown", "mem.log");
  expect(stdout).toContain("| `typecheck` | 5776 MB | +5401 MB |");
});

test("nothing comes with it but what it needs", async () => {
  expect((await readdir(join(installed, "node_modules"))).filter((name) => !name.startsWith("."))).toEqual([
    "quartz-rss-lens",
  ]);
  const inside = await readdir(join(installed, "node_modules", "quartz-rss-lens"));
  expect(inside.sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "dist", "docs", "package.json"]);
});
